package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.local.table.TextTable;
import dev.fedbytweets.states.ExecutionResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Shows a person the result of a run: the numbers of the state machine's report.
final class RunReport {

  private RunReport() {}

  /// Prints the report of a run.
  ///
  /// @throws RejectedException with the cause, if the run failed
  static void show(Terminal terminal, Run run, ExecutionResult result) {
    terminal.clearProgress();
    switch (result) {
      case ExecutionResult.Succeeded succeeded ->
          lines(succeeded.output()).forEach(terminal::print);
      case ExecutionResult.Failed(String error, String cause) ->
          throw new RejectedException(
              "run %s: %s".formatted(run.name(), FailureMessages.of(error, cause)));
    }
  }

  private static List<String> lines(JsonNode report) {
    List<String> lines = new ArrayList<>();
    lines.add("run " + report.path("run").path("name").asText());
    collected(report.path("subjects"), lines);
    TextTable table = TextTable.ofNumbers("table", "read", "written", "rejected", "duplicates");
    for (String name : List.of("tweets", "users", "places")) {
      row(table, "bronze." + name, report.path("bronze").path(name));
    }
    for (JsonNode merged : report.path("silver")) {
      row(table, "silver." + merged.path("table").asText(), merged.path("counts"));
    }
    table.lines().forEach(line -> lines.add("  " + line));
    pages("pages are not quite JSON in UTF-8 and were mended", "mended_pages", report, lines);
    pages("pages cannot be read and were quarantined", "broken_pages", report, lines);
    fields("fields that no column takes", report.path("bronze").path("unknown_fields"), lines);
    fields("fields of an unexpected kind", report.path("bronze").path("malformed_fields"), lines);
    for (JsonNode merged : report.path("silver")) {
      fields("mended in " + merged.path("table").asText(), merged.path("corrections"), lines);
    }
    return lines;
  }

  private static void collected(JsonNode subjects, List<String> lines) {
    long posts = 0;
    long unreadable = 0;
    long gaps = 0;
    long repeated = 0;
    long late = 0;
    long clockAhead = 0;
    BigDecimal charge = BigDecimal.ZERO;
    for (JsonNode subject : subjects) {
      posts += subject.path("counts").path("read").asLong();
      unreadable += subject.path("unreadable_pages").asLong();
      gaps += subject.path("gaps").asLong();
      repeated += subject.path("repeated_posts").asLong();
      late += subject.path("late_posts").asLong();
      clockAhead = subject.path("clock_ahead_seconds").asLong(clockAhead);
      charge = charge.add(subject.path("estimated_charge_usd").decimalValue());
    }
    if (!subjects.isEmpty()) {
      lines.add("  %,d posts read from X, about $%s".formatted(posts, Money.dollars(charge)));
    }
    if (unreadable > 0) {
      lines.add("  %,d answers of X cannot be read: see quarantine/raw".formatted(unreadable));
    }
    if (gaps > 0) {
      lines.add("  %,d gaps put on record: see ./lake status".formatted(gaps));
    }
    if (repeated + late > 0) {
      lines.add(
          "  windows overlap: %,d posts came again, %,d had come late".formatted(repeated, late));
    }
    if (clockAhead != 0) {
      lines.add(
          "  this machine's clock is %,d seconds %s X's: set it"
              .formatted(Math.abs(clockAhead), clockAhead > 0 ? "ahead of" : "behind"));
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
      lines.add("  %,d %s".formatted(pages, what));
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
