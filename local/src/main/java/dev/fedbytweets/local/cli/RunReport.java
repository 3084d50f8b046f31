package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A run's result for a person: the same numbers that the state machine's report holds.
final class RunReport {

  private RunReport() {}

  /// @param report the execution's output
  static List<String> lines(JsonNode report) {
    List<String> lines = new ArrayList<>();
    lines.add("run " + report.path("run").path("name").asText());
    collected(report.path("subjects"), lines);
    TextTable table = new TextTable("table", "read", "written", "rejected", "duplicates");
    for (String name : List.of("tweets", "users", "places")) {
      row(table, "bronze." + name, report.path("bronze").path(name));
    }
    for (JsonNode merged : report.path("silver")) {
      row(table, "silver." + merged.path("table").asText(), merged.path("counts"));
    }
    lines.addAll(table.lines("  "));
    fields("fields that no column takes", report.path("bronze").path("unknown_fields"), lines);
    fields("fields of an unexpected kind", report.path("bronze").path("malformed_fields"), lines);
    for (JsonNode merged : report.path("silver")) {
      fields("mended in " + merged.path("table").asText(), merged.path("corrections"), lines);
    }
    return lines;
  }

  private static void collected(JsonNode subjects, List<String> lines) {
    long posts = 0;
    BigDecimal charge = BigDecimal.ZERO;
    for (JsonNode subject : subjects) {
      posts += subject.path("counts").path("read").asLong();
      charge = charge.add(subject.path("estimated_charge_usd").decimalValue());
    }
    if (!subjects.isEmpty()) {
      lines.add("  %,d posts read from X, about $%s".formatted(posts, Money.dollars(charge)));
    }
  }

  private static void row(TextTable table, String name, JsonNode counts) {
    table.row(
        name,
        counts.path("read").asLong(),
        counts.path("written").asLong(),
        counts.path("rejected").asLong(),
        counts.path("duplicates").asLong());
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
