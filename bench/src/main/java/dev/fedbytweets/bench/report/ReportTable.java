package dev.fedbytweets.bench.report;

import dev.fedbytweets.local.table.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Named lines of numbers.
///
/// @param title the heading above the names
/// @param columns the headings above the numbers
/// @param lines each with a number, or null, for every column
public record ReportTable(String title, List<Column> columns, List<Line> lines) {

  public ReportTable {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.numbers().size() != columns.size()) {
        throw new IllegalArgumentException("%s: a number too many or few".formatted(line.name()));
      }
    }
  }

  /// A column of numbers.
  ///
  /// @param heading with the unit: `wall s`
  /// @param decimals how many are shown
  public record Column(String heading, int decimals) {

    /// The number as it is shown; a dash for null.
    String show(Double number) {
      return number == null ? "-" : String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
  }

  /// A line.
  ///
  /// @param numbers may hold nulls, for what is not known or does not apply
  public record Line(String name, List<Double> numbers) {

    public static Line of(String name, Double... numbers) {
      return new Line(name, Arrays.asList(numbers));
    }
  }

  /// The title and the headings of the columns.
  List<String> headings() {
    return Stream.concat(Stream.of(title), columns.stream().map(Column::heading)).toList();
  }

  /// The name of a line and its numbers as they are shown.
  List<String> cells(Line line) {
    List<String> cells = new ArrayList<>(List.of(line.name()));
    for (int column = 0; column < columns.size(); column++) {
      cells.add(columns.get(column).show(line.numbers().get(column)));
    }
    return cells;
  }

  /// The table in aligned columns.
  List<String> text() {
    TextTable table = TextTable.ofNumbers(headings().toArray(String[]::new));
    lines.forEach(line -> table.addRow(cells(line)));
    return table.lines();
  }
}
