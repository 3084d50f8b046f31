package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RecordBinding;
import dev.fedbytweets.tables.files.RecordFileReader;
import dev.fedbytweets.tables.files.RowDeletes;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/// The files that were committed to a bronze table after a watermark. Sequence numbers tell which:
/// every file carries one and in one table they only grow. So it does not matter whether the
/// snapshot of the watermark has expired, and files that someone compacted are at worst read again.
///
/// @param files in the order of their commits, without the rows that somebody deleted; the rows are
///     numbered through all of them, from 0
/// @param upTo the watermark of a silver table that holds these files
/// @param isComplete whether bronze has nothing after `upTo`
record BronzeIncrement(
    Table bronze, List<LiveFile> files, BronzeWatermark upTo, boolean isComplete) {

  /// Looks up what is new.
  ///
  /// @param watermark how far silver reaches, empty if nowhere
  /// @param mostRows where to stop; a commit is taken whole, so there may be more rows
  /// @return empty if there is nothing new
  static Optional<BronzeIncrement> after(
      Optional<BronzeWatermark> watermark, Table bronze, long mostRows) {
    Snapshot head = bronze.currentSnapshot();
    long reached = watermark.map(mark -> mark.sequenceNumberIn(bronze)).orElse(0L);
    if (head == null || head.sequenceNumber() <= reached) {
      return Optional.empty();
    }
    List<DataFile> newFiles = CommittedFiles.after(reached, bronze, head);
    if (newFiles.isEmpty()) {
      return Optional.empty();
    }
    List<DataFile> taken = firstCommits(newFiles, mostRows);
    boolean isComplete = taken.size() == newFiles.size();
    BronzeWatermark upTo =
        new BronzeWatermark(
            Optional.of(bronze.uuid()),
            head.snapshotId(),
            isComplete ? head.sequenceNumber() : taken.getLast().dataSequenceNumber(),
            watermark.map(BronzeWatermark::rule).orElse(MergeRule.NUMBER));
    RowDeletes deletes = RowDeletes.of(bronze);
    return Optional.of(
        new BronzeIncrement(bronze, taken.stream().map(deletes::in).toList(), upTo, isComplete));
  }

  /// Reads some rows whole.
  ///
  /// @param isWanted whether the row of a number is read
  /// @param rows gets each row with its number, in ascending order
  <B extends Record> void forEach(
      IntPredicate isWanted, RecordBinding<B> binding, RecordFileReader.Rows<B> rows) {
    int first = 0;
    for (LiveFile file : files) {
      int before = first;
      int end = first + file.rows();
      if (IntStream.range(before, end).anyMatch(isWanted)) {
        try (RecordFileReader<B> reader = new RecordFileReader<>(bronze, file, binding)) {
          reader.forEach(
              row -> isWanted.test(before + row), (row, value) -> rows.accept(before + row, value));
        }
      }
      first = end;
    }
  }

  private static List<DataFile> firstCommits(List<DataFile> files, long mostRows) {
    long rows = 0;
    int taken = 0;
    while (taken < files.size()
        && (rows < mostRows || isSameCommit(files.get(taken - 1), files.get(taken)))) {
      rows += files.get(taken).recordCount();
      taken++;
    }
    return List.copyOf(files.subList(0, taken));
  }

  private static boolean isSameCommit(DataFile file, DataFile next) {
    return file.dataSequenceNumber().equals(next.dataSequenceNumber());
  }
}
