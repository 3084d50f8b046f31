package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// See [ResultFormat#TABLE].
final class TableWriter implements ResultWriter {

  private static final String NULL = "\u2205";
  private static final List<String> PLAN = List.of("explain_key", "explain_value");

  private final OptionalInt terminalWidth;
  private final int mostRows;

  /// @param terminalWidth empty for a table as wide as it needs to be
  /// @param mostRows that are shown
  TableWriter(OptionalInt terminalWidth, int mostRows) {
    this.terminalWidth = terminalWidth;
    this.mostRows = mostRows;
  }

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    if (result.columns().stream().map(ResultColumn::name).toList().equals(PLAN)) {
      writePlan(result, target);
      return;
    }
    List<String> header =
        result.columns().stream().map(column -> VisibleText.of(column.name())).toList();
    List<List<String>> rows = new ArrayList<>();
    boolean isAll = read(result, rows);
    TableLayout layout = TableLayout.of(result.columns(), widths(header, rows), terminalWidth);
    writeRow(header, result.columns(), layout, target);
    writeRow(
        layout.widths().stream().map("\u2500"::repeat).toList(), result.columns(), layout, target);
    for (List<String> row : rows) {
      writeRow(row, result.columns(), layout, target);
    }
    target.write(lastLine(rows, isAll, layout.widths().size(), header.size()));
  }

  /// @return whether these are all rows
  private boolean read(QueryResult result, List<List<String>> rows) {
    while (result.next()) {
      if (rows.size() == mostRows) {
        return false;
      }
      rows.add(
          IntStream.range(0, result.columns().size())
              .mapToObj(column -> cell(result.value(column)))
              .toList());
    }
    return true;
  }

  private static String cell(Object value) {
    return value == null ? NULL : VisibleText.of(CellText.of(value));
  }

  private static List<Integer> widths(List<String> header, List<List<String>> rows) {
    return IntStream.range(0, header.size())
        .map(column -> width(column, header, rows))
        .boxed()
        .toList();
  }

  private static int width(int column, List<String> header, List<List<String>> rows) {
    int width = Math.max(1, DisplayWidth.of(header.get(column)));
    for (List<String> row : rows) {
      width = Math.max(width, DisplayWidth.of(row.get(column)));
    }
    return width;
  }

  private void writeRow(
      List<String> cells, List<ResultColumn> columns, TableLayout layout, Writer target)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < layout.widths().size(); column++) {
      line.append(column == 0 ? "" : TableLayout.GAP);
      int width = layout.widths().get(column);
      String cell = DisplayWidth.cut(cells.get(column), width);
      String padding = " ".repeat(width - DisplayWidth.of(cell));
      String shown = terminalWidth.isPresent() ? VisibleText.closed(cell) : cell;
      line.append(columns.get(column).isNumber() ? padding + shown : shown + padding);
    }
    target.write(line.toString().stripTrailing());
    target.write('\n');
  }

  private static String lastLine(
      List<List<String>> rows, boolean isAll, int shownColumns, int columns) {
    List<String> parts = new ArrayList<>();
    parts.add(
        isAll ? count(rows.size()) : "the first " + count(rows.size()) + ", and there are more");
    if (shownColumns < columns) {
      parts.add("%d of %d columns".formatted(shownColumns, columns));
    }
    if (!isAll || shownColumns < columns) {
      parts.add("--format csv or json gives everything");
    }
    if (rows.stream().anyMatch(row -> row.subList(0, shownColumns).contains(NULL))) {
      parts.add(NULL + " is null");
    }
    return "(%s)\n".formatted(String.join("; ", parts));
  }

  private static String count(int rows) {
    return switch (rows) {
      case 0 -> "no rows";
      case 1 -> "1 row";
      default -> String.format(Locale.ROOT, "%,d rows", rows);
    };
  }

  /// What EXPLAIN answers is drawn over many lines.
  private static void writePlan(QueryResult result, Writer target) throws IOException {
    while (result.next()) {
      target.write(String.valueOf(result.value(1)).stripTrailing());
      target.write('\n');
    }
  }
}
