package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.LiveFile;
import java.util.BitSet;
import org.apache.iceberg.DataFile;

/// What a merge changes in a silver file, which may be nothing. A file of which another engine
/// deleted rows is written anew without them. Rows are known by their numbers in the file. Takes up
/// to four bits for each row, and eight bytes for each number that changes.
final class FileChanges {

  private final LiveFile live;
  private final BitSet removed = new BitSet();
  private final BitSet flagCleared = new BitSet();
  private final ChangedNumbers firstRetrievedAt = new ChangedNumbers();
  private final ChangedNumbers chains = new ChangedNumbers();
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
    firstRetrievedAt.set(row, micros);
    rewrite();
  }

  /// Changes the chain of a row: see [CrossKeyFlag]. Rows come in ascending order.
  void setChain(int row, long chain) {
    chains.set(row, chain);
    rewrite();
  }

  /// Changes the flag of a row to false: see [CrossKeyFlag].
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

  /// The values of `first_retrieved_at` that change.
  ChangedNumbers firstRetrievedAt() {
    return firstRetrievedAt;
  }

  /// The chains that change.
  ChangedNumbers chains() {
    return chains;
  }
}
