package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/// See [ResultFormat#CSV]. No library is used, because the libraries at hand (Jackson's, and COPY
/// of DuckDB) cannot both tell null from an empty text and quote a null that would otherwise be a
/// blank line, which readers skip.
final class CsvWriter implements ResultWriter {

  private static final String EMPTY = "\"\"";

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    writeLine(result.columns().stream().map(column -> field(column.name())).toList(), target);
    while (result.next()) {
      List<String> fields = new ArrayList<>();
      for (Object value : result.row()) {
        fields.add(value == null ? "" : field(CellValues.text(value)));
      }
      writeLine(fields.equals(List.of("")) ? List.of(EMPTY) : fields, target);
    }
  }

  private static void writeLine(List<String> fields, Writer target) throws IOException {
    target.write(String.join(",", fields));
    target.write("\r\n");
  }

  private static String field(String text) {
    boolean needsQuotes =
        text.isEmpty()
            || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || text.charAt(0) == ' '
            || text.charAt(text.length() - 1) == ' ';
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
