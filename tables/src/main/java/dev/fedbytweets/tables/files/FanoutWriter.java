package dev.fedbytweets.tables.files;

import dev.fedbytweets.tables.columns.RecordColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;

/// Writes rows of several partitions in any order, with an open file for each partition. Together
/// the files keep no more in memory than a given number of bytes: when they exceed it, the largest
/// one ends its row group. The files belong to no snapshot until someone commits them.
///
/// @param <R> the records that are rows
public final class FanoutWriter<R> {

  private static final int ROWS_BETWEEN_CHECKS = 5000;

  private final Table table;
  private final IntFunction<? extends StructLike> partitions;
  private final Map<String, RecordColumn<R>> columns;
  private final long mostBytes;
  private final Map<Integer, RollingFileWriter<R>> writers = new HashMap<>();
  private int rows;

  /// @param partitions gives the partition of a number that the caller chooses, null in a table
  ///     without partitions
  /// @param columns that records have values for, by name; others are null
  /// @param mostBytes how many bytes may wait in memory
  public FanoutWriter(
      Table table,
      IntFunction<? extends StructLike> partitions,
      Map<String, RecordColumn<R>> columns,
      long mostBytes) {
    this.table = table;
    this.partitions = partitions;
    this.columns = columns;
    this.mostBytes = mostBytes;
  }

  /// Adds a row to a partition.
  public void write(int partition, R row) {
    writer(partition).write(row);
    rowsAdded(1);
  }

  /// The writer of a partition. Whoever adds rows to it says so with [#rowsAdded].
  public RollingFileWriter<R> writer(int partition) {
    return writers.computeIfAbsent(
        partition, number -> new RollingFileWriter<>(table, partitions.apply(number), columns));
  }

  /// Notes that some more rows have been added.
  public void rowsAdded(int more) {
    rows += more;
    if (rows >= ROWS_BETWEEN_CHECKS) {
      rows = 0;
      makeRoom();
    }
  }

  /// How many bytes wait in memory.
  public long bufferedBytes() {
    return writers.values().stream().mapToLong(RollingFileWriter::bufferedBytes).sum();
  }

  /// Completes all files.
  ///
  /// @return the files that were written
  public List<DataFile> complete() {
    List<DataFile> files = new ArrayList<>();
    writers.values().forEach(writer -> files.addAll(writer.complete()));
    writers.clear();
    return files;
  }

  /// Gives up, and removes what was written since the last [#complete].
  public void abort() {
    writers.values().forEach(RollingFileWriter::abort);
    writers.clear();
  }

  private void makeRoom() {
    while (bufferedBytes() > mostBytes) {
      writers.values().stream()
          .max(Comparator.comparingLong(RollingFileWriter::bufferedBytes))
          .orElseThrow()
          .openFile()
          .flushRowGroup();
    }
  }
}
