package dev.fedbytweets.local.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Rows of cells in aligned columns; the first row is the header.
public final class TextTable {

  private static final String GAP = "  ";
  private static final String RULE = "\u2500";
  private static final int NARROWEST_TEXT = 12;

  /// How the cells of a column are shown.
  public enum Alignment {
    /// Aligned to the left, and cut where a table has to fit a terminal.
    LEFT,
    /// Aligned to the left, and never cut.
    LEFT_WHOLE,
    /// Aligned to the right, and never cut.
    RIGHT
  }

  /// A table that fits a terminal.
  ///
  /// @param lines the header, a rule below it, and the rows
  /// @param columns how many columns are shown: the first ones, at least one
  public record Fitted(List<String> lines, int columns) {}

  private final List<Alignment> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /// @param columns at least one
  /// @param header the name of each column
  public TextTable(List<Alignment> columns, List<String> header) {
    this.columns = List.copyOf(columns);
    addRow(header);
  }

  /// A table whose first column is aligned to the left, and whose other columns hold numbers.
  public static TextTable ofNumbers(String... header) {
    List<Alignment> columns = new ArrayList<>(List.of(Alignment.LEFT_WHOLE));
    while (columns.size() < header.length) {
      columns.add(Alignment.RIGHT);
    }
    return new TextTable(columns, Arrays.asList(header));
  }

  /// Adds a row; numbers are shown without decimals and with thousands separators.
  ///
  /// @param cells one for each column, not null
  public void addRow(Object... cells) {
    addRow(Arrays.stream(cells).map(TextTable::text).toList());
  }

  /// Adds a row.
  ///
  /// @param cells one for each column, without control characters
  public void addRow(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  private static String text(Object cell) {
    return cell instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : cell.toString();
  }

  /// The header and the rows, each column as wide as its widest cell.
  public List<String> lines() {
    List<Integer> widths = neededWidths();
    return rows.stream().map(row -> line(row, widths, UnaryOperator.identity())).toList();
  }

  /// The table as it fits a terminal. If there is too little room, texts are cut, the widest
  /// first, and then columns at the end are left out.
  ///
  /// @param room the width of the terminal; empty for a table as wide as it needs to be
  public Fitted fitted(OptionalInt room) {
    List<Integer> needed = neededWidths();
    List<Integer> widths = room.isPresent() ? widths(needed, room.getAsInt()) : needed;
    UnaryOperator<String> shown = room.isPresent() ? VisibleText::closed : UnaryOperator.identity();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths, shown)));
    lines.add(1, String.join(GAP, widths.stream().map(RULE::repeat).toList()));
    return new Fitted(lines, widths.size());
  }

  private List<Integer> neededWidths() {
    return IntStream.range(0, columns.size())
        .map(
            column ->
                rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0))
        .map(width -> Math.max(1, width))
        .boxed()
        .toList();
  }

  /// The widths of the columns that are shown.
  private List<Integer> widths(List<Integer> needed, int room) {
    List<Integer> widths = new ArrayList<>();
    int spare = room;
    for (int column = 0; column < needed.size(); column++) {
      int least = needed.get(column);
      if (columns.get(column) == Alignment.LEFT) {
        least = Math.min(least, Math.min(NARROWEST_TEXT, room));
      }
      int gap = column == 0 ? 0 : GAP.length();
      if (column > 0 && gap + least > spare) {
        break;
      }
      widths.add(least);
      spare -= gap + least;
    }
    widen(widths, needed, spare);
    return widths;
  }

  /// One column at a time gets one more, the narrowest of those that need it first.
  private static void widen(List<Integer> widths, List<Integer> needed, int room) {
    for (int spare = room; spare > 0; spare--) {
      int narrowest = -1;
      for (int column = 0; column < widths.size(); column++) {
        boolean isShort = widths.get(column) < needed.get(column);
        if (isShort && (narrowest < 0 || widths.get(column) < widths.get(narrowest))) {
          narrowest = column;
        }
      }
      if (narrowest < 0) {
        return;
      }
      widths.set(narrowest, widths.get(narrowest) + 1);
    }
  }

  private String line(List<String> row, List<Integer> widths, UnaryOperator<String> shown) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < widths.size(); column++) {
      String cell = DisplayWidth.cut(row.get(column), widths.get(column));
      String padding = " ".repeat(widths.get(column) - DisplayWidth.of(cell));
      boolean toTheRight = columns.get(column) == Alignment.RIGHT;
      cells.add(toTheRight ? padding + shown.apply(cell) : shown.apply(cell) + padding);
    }
    return String.join(GAP, cells).stripTrailing();
  }
}
