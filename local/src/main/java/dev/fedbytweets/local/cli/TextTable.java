package dev.fedbytweets.local.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A few aligned columns: texts to the left, numbers to the right.
final class TextTable {

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(header);
  }

  void row(Object... cells) {
    rows.add(
        Arrays.stream(cells)
            .map(
                cell ->
                    cell instanceof Number number
                        ? "%,d".formatted(number.longValue())
                        : String.valueOf(cell))
            .toArray(String[]::new));
  }

  /// @param indent before every line
  List<String> lines(String indent) {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    return rows.stream().map(row -> indent + line(row, widths).stripTrailing()).toList();
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - row[column].length());
      line.append(column == 0 ? row[column] + padding : padding + row[column]);
      line.append("  ");
    }
    return line.toString();
  }
}
