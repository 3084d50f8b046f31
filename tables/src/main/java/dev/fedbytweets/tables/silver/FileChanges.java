package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.LiveFile;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.iceberg.DataFile;

/// What a merge changes in a silver file, which may be nothing. A file of which another engine
/// deleted rows is written anew without them. Rows are known by their numbers in the file. Takes up
/// to three bits for each row, and eight bytes for each `first_retrieved_at` that changes.
final class FileChanges {

  private final LiveFile live;
  private final BitSet removed = new BitSet();
  private final BitSet flagCleared = new BitSet();
  private final BitSet seenEarlier = new BitSet();
  private long[] firstRetrievedAt = new long[0];
  private int seenEarlierCount;
  private boolean isRewritten;

  FileChanges(LiveFile live) {
    this.live = live;
    this.isRewritten = !live.deleted().isEmpty();
  }

  DataFile file() {
    return live.file();
  }

  LiveFile live() {
    return live;
  }

  /// The day of the file's partition, in days since 1970, or [LatestIncoming#UNPARTITIONED].
  int partitionDay() {
    return file().partition().size() == 0
        ? LatestIncoming.UNPARTITIONED
        : file().partition().get(0, Integer.class);
  }

  /// Has the file written anew, be it only to take in new rows.
  void rewrite() {
    isRewritten = true;
  }

  /// Removes a row: the incoming row replaces it.
  void remove(int row) {
    removed.set(row);
    rewrite();
  }

  /// Changes the `first_retrieved_at` of a row. Rows come in ascending order.
  ///
  /// @param micros since 1970
  void setFirstRetrievedAt(int row, long micros) {
    if (seenEarlierCount == firstRetrievedAt.length) {
      firstRetrievedAt = Arrays.copyOf(firstRetrievedAt, KeyNumbers.grown(seenEarlierCount));
    }
    firstRetrievedAt[seenEarlierCount++] = micros;
    seenEarlier.set(row);
    rewrite();
  }

  /// Changes the flag of a row to false: see [Supersession].
  void clearFlag(int row) {
    flagCleared.set(row);
    rewrite();
  }

  /// Whether the file is written anew.
  boolean isRewritten() {
    return isRewritten;
  }

  boolean isRemoved(int row) {
    return removed.get(row);
  }

  /// How many rows of a range are removed.
  int removed(int first, int end) {
    return removed.get(first, end).cardinality();
  }

  /// How many rows stay.
  long retained() {
    return (long) live.rows() - removed.cardinality();
  }

  boolean isFlagCleared(int row) {
    return flagCleared.get(row);
  }

  /// Whether the `first_retrieved_at` of a row changes.
  boolean isSeenEarlier(int row) {
    return seenEarlier.get(row);
  }

  /// The changed values of `first_retrieved_at`, in the order of their rows.
  long firstRetrievedAt(int index) {
    return firstRetrievedAt[index];
  }
}
