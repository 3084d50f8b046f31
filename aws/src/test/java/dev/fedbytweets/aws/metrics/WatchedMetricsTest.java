package dev.fedbytweets.aws.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Terraform's alarms and dashboard watch what the functions write.
class WatchedMetricsTest {

  private static final Path PIPELINE = Path.of("..", "terraform", "modules", "pipeline");
  private static final List<String> WRITTEN =
      Stream.of(Metric.values()).map(EmbeddedMetrics::name).toList();

  @Test
  void alarmsWatchTheNamespaceAndTheDimension() throws IOException {
    assertThat(matches("alarms.tf", "lake_metric = \\{([^{}]*\\{[^{}]*)\\}"))
        .singleElement()
        .asString()
        .containsPattern("namespace += \"" + EmbeddedMetrics.NAMESPACE + "\"")
        .containsPattern(
            "dimensions = \\{ " + EmbeddedMetrics.DIMENSION + " = var\\.environment $");
  }

  @Test
  void everyAlarmOfTheLakeWatchesAMetric() throws IOException {
    List<String> watched =
        matches(
            "alarms.tf", "merge\\(local\\.lake_metric, [^{]*\\{\\s+metric\\s+= \"([^\"]*)\"\\s");

    assertThat(watched).hasSize(occurrences("alarms.tf", "local.lake_metric")).isNotEmpty();
    assertThat(WRITTEN).containsAll(watched);
  }

  @Test
  void theDashboardShowsEveryMetric() throws IOException {
    String environment = "\"" + EmbeddedMetrics.DIMENSION + "\", var.environment]";
    Stream<String> alone =
        matches(
            "dashboard.tf",
            "\\[\"" + EmbeddedMetrics.NAMESPACE + "\", \"(\\w+)\", " + Pattern.quote(environment))
            .stream();
    Stream<String> together =
        matches(
                "dashboard.tf",
                "for metric in \\[([^]]*)] : \\[\""
                    + EmbeddedMetrics.NAMESPACE
                    + "\", metric, "
                    + Pattern.quote(environment))
            .stream()
            .flatMap(names -> Stream.of(names.split(", ")))
            .map(name -> name.replace("\"", ""));

    assertThat(Stream.concat(alone, together)).containsExactlyInAnyOrderElementsOf(WRITTEN);
  }

  /// The first groups of all matches.
  private static List<String> matches(String file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(PIPELINE.resolve(file)))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static int occurrences(String file, String text) throws IOException {
    return matches(file, "(" + Pattern.quote(text) + ")").size();
  }
}
