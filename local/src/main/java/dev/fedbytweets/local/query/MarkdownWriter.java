package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// See [ResultFormat#MARKDOWN].
final class MarkdownWriter implements ResultWriter {

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    List<ResultColumn> columns = result.columns();
    target.write(line(columns.stream().map(column -> cell(column.name())).toList()));
    target.write(line(columns.stream().map(MarkdownWriter::rule).toList()));
    while (result.next()) {
      target.write(
          line(
              result.row().stream()
                  .map(value -> value == null ? "" : cell(CellValues.text(value)))
                  .toList()));
    }
  }

  private static String rule(ResultColumn column) {
    return switch (column.alignment()) {
      case RIGHT -> "---:";
      case LEFT, LEFT_WHOLE -> "---";
    };
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", "<br>");
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
