package dev.fedbytweets.tables.silver;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.iceberg.DataFile;

/// A file of silver, and what has to change in it: a bit or two for each row, and eight bytes for
/// each row whose first sighting moves.
final class ChangedFile {

  private final DataFile file;
  private final BitSet replaced = new BitSet();
  private final BitSet superseded = new BitSet();
  private final BitSet seenEarlier = new BitSet();
  private long[] firstRetrievedAt = new long[0];
  private int moved;
  private boolean hasChanged;

  ChangedFile(DataFile file) {
    this.file = file;
  }

  DataFile file() {
    return file;
  }

  /// Whether the file has to be written anew.
  boolean hasChanged() {
    return hasChanged;
  }

  /// It is written anew, be it to take in new rows.
  void change() {
    hasChanged = true;
  }

  /// A newer row takes the place of one.
  void replace(int row) {
    replaced.set(row);
    change();
  }

  /// A row turns out to have been seen earlier. Rows come in ascending order.
  ///
  /// @param micros when, since 1970
  void seeEarlier(int row, long micros) {
    if (moved == firstRetrievedAt.length) {
      firstRetrievedAt = Arrays.copyOf(firstRetrievedAt, KeyIndex.grown(moved));
    }
    firstRetrievedAt[moved++] = micros;
    seenEarlier.set(row);
    change();
  }

  /// There is a later version of a row's post.
  void supersede(int row) {
    superseded.set(row);
    change();
  }

  boolean isReplaced(int row) {
    return replaced.get(row);
  }

  /// How many rows of a range are.
  int replaced(int first, int end) {
    return replaced.get(first, end).cardinality();
  }

  boolean isSuperseded(int row) {
    return superseded.get(row);
  }

  boolean isSeenEarlier(int row) {
    return seenEarlier.get(row);
  }

  /// When the rows that were seen earlier were seen first, in the rows' order.
  long firstRetrievedAt(int index) {
    return firstRetrievedAt[index];
  }

  /// How many rows stay.
  long kept() {
    return file.recordCount() - replaced.cardinality();
  }
}
