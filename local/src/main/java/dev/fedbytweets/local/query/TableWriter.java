package dev.fedbytweets.local.query;

import dev.fedbytweets.local.table.TextTable;
import dev.fedbytweets.local.table.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// See [ResultFormat#TABLE].
final class TableWriter implements ResultWriter {

  private static final String NULL = "\u2205";
  private static final List<String> PLAN = List.of("explain_key", "explain_value");

  private final OptionalInt terminalWidth;
  private final int mostRows;

  /// @param terminalWidth empty for a table as wide as it needs to be
  /// @param mostRows the most rows that are shown
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
    TextTable table =
        new TextTable(
            result.columns().stream().map(ResultColumn::alignment).toList(),
            result.columns().stream().map(column -> VisibleText.of(column.name())).toList());
    List<List<String>> rows = new ArrayList<>();
    boolean isAll = read(result, rows);
    rows.forEach(table::addRow);
    TextTable.Fitted fitted = table.fitted(terminalWidth);
    for (String line : fitted.lines()) {
      target.write(line + "\n");
    }
    target.write(lastLine(rows, isAll, fitted.columns(), result.columns().size()));
  }

  /// @return whether these are all rows
  private boolean read(QueryResult result, List<List<String>> rows) {
    while (result.next()) {
      if (rows.size() == mostRows) {
        return false;
      }
      rows.add(result.row().stream().map(TableWriter::cell).toList());
    }
    return true;
  }

  private static String cell(Object value) {
    return value == null ? NULL : VisibleText.of(CellValues.text(value));
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

  /// DuckDB draws the plan of an EXPLAIN over many lines.
  private static void writePlan(QueryResult result, Writer target) throws IOException {
    while (result.next()) {
      target.write(String.valueOf(result.row().get(1)).stripTrailing() + "\n");
    }
  }
}
