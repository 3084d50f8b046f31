package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.EpochMicros;
import dev.fedbytweets.tables.files.RecordBinding;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;

/// The incoming rows that go into silver, read from bronze a second time, whole, and cleaned. Takes
/// 12 bytes for each incoming row; the keys are not needed any more.
final class Inserts<B extends Record, S extends Record> {

  /// In place of the partition day of a row that is not inserted.
  private static final int NOT_INSERTED = Integer.MIN_VALUE;

  private final BronzeIncrement increment;
  private final RecordBinding<B> binding;
  private final Cleaning<B, S> cleaning;
  private final CorrectionCounts corrections = new CorrectionCounts();
  private final int size;

  /// By the number of an incoming row.
  private final int[] partitionDays;

  /// By the number of an incoming row, in microseconds since 1970.
  private final long[] firstRetrievedAt;

  /// @param incoming the rows of the increment, after [MergePlanner#plan]
  Inserts(
      BronzeIncrement increment,
      RecordBinding<B> binding,
      IncomingRows incoming,
      Cleaning<B, S> cleaning) {
    LatestIncoming latest = incoming.latest();
    this.increment = increment;
    this.binding = binding;
    this.cleaning = cleaning;
    this.size = latest.inserts();
    this.partitionDays = new int[incoming.rows()];
    this.firstRetrievedAt = new long[incoming.rows()];
    Arrays.fill(partitionDays, NOT_INSERTED);
    for (int key = 0; key < latest.size(); key++) {
      if (latest.isInserted(key)) {
        int row = latest.row(key);
        partitionDays[row] = latest.partitionDay(key);
        firstRetrievedAt[row] = latest.version(key).firstRetrievedAt();
      }
    }
  }

  /// Takes rows.
  @FunctionalInterface
  interface Rows<S> {

    /// @param partitionDay in days since 1970, or [LatestIncoming#UNPARTITIONED]
    void accept(int partitionDay, S row);
  }

  /// How many there are.
  int size() {
    return size;
  }

  /// Adds the number of rows of each partition to counts of rows by day.
  void countInto(Map<Integer, Long> rowsByDay) {
    for (int day : partitionDays) {
      if (day != NOT_INSERTED) {
        rowsByDay.merge(day, 1L, Long::sum);
      }
    }
  }

  /// Reads and cleans the rows of some partitions.
  ///
  /// @param isWanted whether the partition of a day is read
  void forEach(IntPredicate isWanted, Rows<S> rows) {
    increment.forEach(
        row -> partitionDays[row] != NOT_INSERTED && isWanted.test(partitionDays[row]),
        binding,
        (row, value) ->
            rows.accept(
                partitionDays[row],
                cleaning.clean(value, EpochMicros.instant(firstRetrievedAt[row]), corrections)));
  }

  /// What cleaning corrected in the rows that were read so far.
  CorrectionCounts corrections() {
    return corrections;
  }
}
