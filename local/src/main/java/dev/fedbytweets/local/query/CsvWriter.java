package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;

/// See [ResultFormat#CSV].
final class CsvWriter implements ResultWriter {

  private static final String LINE_END = "\r\n";

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    int columns = result.columns().size();
    for (int column = 0; column < columns; column++) {
      separate(column, target);
      writeField(result.columns().get(column).name(), target);
    }
    target.write(LINE_END);
    while (result.next()) {
      for (int column = 0; column < columns; column++) {
        separate(column, target);
        writeValue(result.value(column), columns == 1, target);
      }
      target.write(LINE_END);
    }
  }

  private static void separate(int column, Writer target) throws IOException {
    if (column > 0) {
      target.write(',');
    }
  }

  private static void writeValue(Object value, boolean isAlone, Writer target) throws IOException {
    if (value != null) {
      writeField(CellText.of(value), target);
    } else if (isAlone) {
      target.write("\"\"");
    }
  }

  private static void writeField(String text, Writer target) throws IOException {
    if (needsQuotes(text)) {
      target.write('"');
      target.write(text.replace("\"", "\"\""));
      target.write('"');
    } else {
      target.write(text);
    }
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty()
        || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        || text.charAt(0) == ' '
        || text.charAt(text.length() - 1) == ' ';
  }
}
