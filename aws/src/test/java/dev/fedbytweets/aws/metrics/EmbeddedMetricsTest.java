package dev.fedbytweets.aws.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.metrics.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// The lines are those that CloudWatch's specification of the embedded metric format asks for.
class EmbeddedMetricsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final EmbeddedMetrics metrics =
      new EmbeddedMetrics(
          "staging", new PrintStream(log, false, StandardCharsets.UTF_8), InstantSource.fixed(NOW));

  @Test
  void aCountIsOneLine() {
    metrics.put(Metric.GAPS, 2);

    assertThat(log.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"_aws\":{\"Timestamp\":1795255200123,\"CloudWatchMetrics\":[{"
                + "\"Namespace\":\"FedByTweets\",\"Dimensions\":[[\"Environment\"]],"
                + "\"Metrics\":[{\"Name\":\"Gaps\",\"Unit\":\"Count\"}]}]},"
                + "\"Environment\":\"staging\",\"Gaps\":2}\n");
  }

  @Test
  void anAmountIsANumberWithoutExponent() {
    metrics.put(Metric.ESTIMATED_CHARGE_USD, new BigDecimal("5E-8"));

    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("{\"Name\":\"EstimatedChargeUsd\",\"Unit\":\"None\"}")
        .endsWith("\"EstimatedChargeUsd\":0.00000005}\n");
  }

  @Test
  void eachValueIsALineOfItsOwn() {
    metrics.put(Metric.POSTS_READ, 100);
    metrics.put(Metric.POSTS_READ, 0);

    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("\"PostsRead\":100}"),
            line -> assertThat(line).endsWith("\"PostsRead\":0}"));
  }
}
