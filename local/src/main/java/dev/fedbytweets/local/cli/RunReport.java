package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.lake.ProgramName;
import dev.fedbytweets.local.table.TextTable;
import dev.fedbytweets.states.ExecutionResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Shows a person the result of a run: the numbers of the state machine's report.
final class RunReport {

  /// The bronze tables that every run names; media only in a lake that has some.
  private static final List<String> BRONZE = List.of("tweets", "users", "places");

  private RunReport() {}

  /// Prints the report of a run.
  ///
  /// @param progress that listened to the run
  /// @throws RejectedException with the cause, if the run failed
  static void show(Terminal terminal, Run run, ExecutionResult result, RunProgress progress) {
    terminal.clearProgress();
    switch (result) {
      case ExecutionResult.Succeeded succeeded ->
          lines(succeeded.output()).forEach(terminal::print);
      case ExecutionResult.Failed failed -> {
        progress.reportOfRest().map(RunReport::ofRest).map(RunReport::lines).stream()
            .flatMap(List::stream)
            .forEach(terminal::print);
        throw new RejectedException(cause(run, failed, progress));
      }
    }
  }

  private static JsonNode ofRest(JsonNode report) {
    ObjectNode rest = report.deepCopy();
    rest.set("subjects", report.path("collected").path("subjects"));
    return rest;
  }

  private static String cause(Run run, ExecutionResult.Failed failed, RunProgress progress) {
    if (progress.reportOfRest().isEmpty()) {
      return "run %s: %s".formatted(run.name(), FailureMessages.of(failed.error(), failed.cause()));
    }
    int all = progress.reportOfRest().get().path("collected").path("subjects").size();
    String names =
        progress.failures().keySet().stream()
            .map(SubjectName::value)
            .collect(Collectors.joining(", "));
    return "%,d of %s not collected, see above: %s. What was stored is in the tables; the next run goes on where this one stopped"
        .formatted(
            progress.failures().size(), Plural.of(all, "subject was", "subjects were"), names);
  }

  private static List<String> lines(JsonNode report) {
    List<String> lines = new ArrayList<>();
    lines.add("run " + report.path("run").path("name").asText());
    collected(report.path("subjects"), lines);
    TextTable table = TextTable.ofNumbers("table", "read", "written", "rejected", "duplicates");
    for (String name : BRONZE) {
      row(table, "bronze." + name, report.path("bronze").path(name));
    }
    if (report.path("bronze").path("has_media").asBoolean()) {
      row(table, "bronze.media", report.path("bronze").path("media"));
    }
    List<JsonNode> silver = new ArrayList<>();
    report.path("silver").path("tables").forEach(silver::add);
    report.path("silver").optional("media").ifPresent(silver::add);
    for (JsonNode merged : silver) {
      row(table, "silver." + merged.path("table").asText(), merged.path("counts"));
    }
    table.lines().forEach(line -> lines.add("  " + line));
    pages("not quite JSON in UTF-8 and mended", "mended_pages", report, lines);
    pages("quarantined because they cannot be read", "broken_pages", report, lines);
    fields("fields that no column takes", report.path("bronze").path("unknown_fields"), lines);
    fields("fields of an unexpected kind", report.path("bronze").path("malformed_fields"), lines);
    for (JsonNode merged : silver) {
      fields("mended in " + merged.path("table").asText(), merged.path("corrections"), lines);
    }
    return lines;
  }

  private static void collected(JsonNode subjects, List<String> lines) {
    long posts = 0;
    long media = 0;
    long unreadable = 0;
    long gaps = 0;
    long repeated = 0;
    long late = 0;
    long clockAhead = 0;
    BigDecimal charge = BigDecimal.ZERO;
    for (JsonNode subject : subjects) {
      posts += subject.path("counts").path("read").asLong();
      media += subject.path("media_read").asLong();
      unreadable += subject.path("unreadable_pages").asLong();
      gaps += subject.path("gaps").asLong();
      repeated += subject.path("repeated_posts").asLong();
      late += subject.path("late_posts").asLong();
      clockAhead = subject.path("clock_ahead_seconds").asLong(clockAhead);
      charge = charge.add(subject.path("estimated_charge_usd").decimalValue());
    }
    if (!subjects.isEmpty()) {
      lines.add(
          "  %s%s read from X, about $%s"
              .formatted(
                  Plural.of(posts, "post"),
                  media == 0 ? "" : " and %,d media".formatted(media),
                  Money.dollars(charge)));
    }
    if (unreadable > 0) {
      lines.add(
          "  %s of X cannot be read: see quarantine/raw"
              .formatted(Plural.of(unreadable, "answer")));
    }
    if (gaps > 0) {
      lines.add(
          "  %s put on record: see '%s status'"
              .formatted(Plural.of(gaps, "gap"), ProgramName.current()));
    }
    if (repeated + late > 0) {
      lines.add(
          "  windows overlap: %s came again, %,d had come late"
              .formatted(Plural.of(repeated, "post"), late));
    }
    if (clockAhead != 0) {
      lines.add(
          "  this machine's clock is %s %s X's: set it"
              .formatted(
                  Plural.of(Math.abs(clockAhead), "second"),
                  clockAhead > 0 ? "ahead of" : "behind"));
    }
  }

  private static void row(TextTable table, String name, JsonNode counts) {
    table.addRow(
        name,
        counts.path("read").asLong(),
        counts.path("written").asLong(),
        counts.path("rejected").asLong(),
        counts.path("duplicates").asLong());
  }

  private static void pages(String what, String field, JsonNode report, List<String> lines) {
    long pages = report.path("bronze").path(field).asLong();
    if (pages > 0) {
      lines.add("  %s: %s".formatted(Plural.of(pages, "page"), what));
    }
  }

  private static void fields(String what, JsonNode counts, List<String> lines) {
    if (!counts.isEmpty()) {
      List<String> names = new ArrayList<>();
      counts
          .properties()
          .forEach(
              field -> names.add("%s (%,d)".formatted(field.getKey(), field.getValue().asLong())));
      lines.add("  %s: %s".formatted(what, String.join(", ", names)));
    }
  }
}
