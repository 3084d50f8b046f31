package dev.fedbytweets.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Named lines of numbers.
///
/// @param title what the lines are
/// @param columns what the numbers are
/// @param lines each with a number, or null, for every column
public record Table(String title, List<NumberColumn> columns, List<Line> lines) {

  public Table {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.numbers().size() != columns.size()) {
        throw new IllegalArgumentException("%s: a number too many or few".formatted(line.name()));
      }
    }
  }

  /// A line.
  ///
  /// @param numbers may hold nulls, for what is not known or means nothing
  public record Line(String name, List<Double> numbers) {

    public static Line of(String name, Double... numbers) {
      return new Line(name, Arrays.asList(numbers));
    }
  }

  /// The table in aligned columns.
  List<String> text() {
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of(title));
    columns.forEach(column -> headings.add(column.heading()));
    rows.add(headings);
    for (Line line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.name()));
      for (int column = 0; column < columns.size(); column++) {
        cells.add(columns.get(column).show(line.numbers().get(column)));
      }
      rows.add(cells);
    }
    return rows.stream().map(row -> aligned(row, rows)).toList();
  }

  private static String aligned(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int cell = 0; cell < row.size(); cell++) {
      int column = cell;
      int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
      String padding = " ".repeat(width - row.get(cell).length());
      line.append(cell == 0 ? row.get(cell) + padding : "  " + padding + row.get(cell));
    }
    return line.toString().stripTrailing();
  }
}
