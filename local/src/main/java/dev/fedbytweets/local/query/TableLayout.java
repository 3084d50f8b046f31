package dev.fedbytweets.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// How wide the columns of a table are shown, and how many of them.
///
/// @param widths of the columns that are shown: the first ones, at least one
record TableLayout(List<Integer> widths) {

  /// Between two columns.
  static final String GAP = "  ";

  private static final int NARROWEST_TEXT = 12;

  TableLayout {
    widths = List.copyOf(widths);
  }

  /// Gives every column what it needs if there is room. If not, texts are narrowed, the widest
  /// first, and then columns at the end are left out; numbers and times are never narrowed.
  ///
  /// @param columns at least one
  /// @param needed the width of the widest cell of each column, its name included
  /// @param room that the terminal has; empty for as much as needed
  static TableLayout of(List<ResultColumn> columns, List<Integer> needed, OptionalInt room) {
    if (room.isEmpty()) {
      return new TableLayout(needed);
    }
    List<Integer> widths = new ArrayList<>();
    int spare = room.getAsInt();
    for (int column = 0; column < needed.size(); column++) {
      int least = least(columns.get(column), needed.get(column), room.getAsInt());
      int gap = column == 0 ? 0 : GAP.length();
      if (column > 0 && gap + least > spare) {
        break;
      }
      widths.add(least);
      spare -= gap + least;
    }
    widen(widths, needed, spare);
    return new TableLayout(widths);
  }

  private static int least(ResultColumn column, int needed, int room) {
    return column.isText() ? Math.min(needed, Math.min(NARROWEST_TEXT, room)) : needed;
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
}
