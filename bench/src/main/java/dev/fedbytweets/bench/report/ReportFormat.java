package dev.fedbytweets.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// How a report is written.
public enum ReportFormat {
  /// For people.
  TABLE,
  /// A page of documentation.
  MARKDOWN,
  /// One object on one line, for programs.
  JSON;

  private static final JsonMapper MAPPER = new JsonMapper();

  /// The report as text, without a line break at its end.
  public String write(Report report) {
    return switch (this) {
      case TABLE -> text(report);
      case MARKDOWN -> MarkdownPage.of(report);
      case JSON -> json(report);
    };
  }

  /// A report that belongs to the one before, and follows it on a line of its own.
  public String writePart(Report report) {
    return this == MARKDOWN ? "\n" + MarkdownPage.part(report) : write(report);
  }

  private static String text(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(report.name()).append('\n');
    report.facts().forEach(fact -> text.append("  ").append(fact).append('\n'));
    for (ReportTable table : report.tables()) {
      text.append('\n');
      table.text().forEach(line -> text.append("  ").append(line).append('\n'));
    }
    text.append('\n');
    report.findings().forEach(finding -> text.append("  ").append(finding).append('\n'));
    return text.toString();
  }

  private static String json(Report report) {
    ObjectNode root = MAPPER.createObjectNode().put("benchmark", report.name());
    report.facts().forEach(root.putArray("facts")::add);
    ArrayNode tables = root.putArray("tables");
    report.tables().forEach(table -> write(table, tables.addObject()));
    report.findings().forEach(root.putArray("findings")::add);
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report cannot be written as JSON", e);
    }
  }

  private static void write(ReportTable table, ObjectNode node) {
    node.put("title", table.title());
    ArrayNode lines = node.putArray("lines");
    for (ReportTable.Line line : table.lines()) {
      ObjectNode numbers = lines.addObject().put("name", line.name());
      for (int column = 0; column < table.columns().size(); column++) {
        numbers.put(table.columns().get(column).heading(), line.numbers().get(column));
      }
    }
  }
}
