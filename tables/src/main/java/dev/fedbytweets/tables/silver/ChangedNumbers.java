package dev.fedbytweets.tables.silver;

import java.util.Arrays;
import java.util.BitSet;

/// New values of a column of 64-bit numbers for some rows of a file. Takes a bit for each row, and
/// eight bytes for each value.
final class ChangedNumbers {

  private final BitSet rows = new BitSet();
  private long[] values = new long[0];
  private int size;

  /// Changes the value of a row. Rows come in ascending order.
  void set(int row, long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, PairNumbering.grown(size));
    }
    values[size++] = value;
    rows.set(row);
  }

  /// Whether the value of a row changes.
  boolean contains(int row) {
    return rows.get(row);
  }

  /// The new values, in the order of their rows.
  long value(int index) {
    return values[index];
  }
}
