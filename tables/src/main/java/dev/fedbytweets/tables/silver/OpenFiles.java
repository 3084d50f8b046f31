package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.FileWriter;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Table;

/// The files that are being written, one for each day. Together they keep no more in memory than
/// they are given: the largest ends its row group when they would.
final class OpenFiles<S extends Record> {

  private static final int ROWS_BETWEEN_LOOKS = 5000;

  private final Table table;
  private final TableDefinition<S> definition;
  private final long mostBytes;
  private final Map<Integer, FileWriter<S>> byDay = new HashMap<>();
  private int rows;

  /// @param mostBytes what may wait in memory
  OpenFiles(Table table, TableDefinition<S> definition, long mostBytes) {
    this.table = table;
    this.definition = definition;
    this.mostBytes = mostBytes;
  }

  /// Adds a row to the file of a day.
  void write(int day, S row) {
    of(day).write(row);
    endRows(1);
  }

  /// The file of a day, for who adds rows by columns and says so with [#endRows].
  FileWriter<S> of(int day) {
    return byDay.computeIfAbsent(
        day, key -> new FileWriter<>(table, partition(key), definition.values()));
  }

  /// Some rows more have been added.
  void endRows(int more) {
    rows += more;
    if (rows >= ROWS_BETWEEN_LOOKS) {
      rows = 0;
      makeRoom();
    }
  }

  /// How many bytes wait in memory.
  long bufferedBytes() {
    return byDay.values().stream().mapToLong(FileWriter::bufferedBytes).sum();
  }

  /// Ends all files.
  List<DataFile> complete() {
    List<DataFile> files = new ArrayList<>();
    byDay.values().forEach(writer -> files.addAll(writer.complete()));
    byDay.clear();
    return files;
  }

  private void makeRoom() {
    while (bufferedBytes() > mostBytes) {
      byDay.values().stream()
          .max(Comparator.comparingLong(FileWriter::bufferedBytes))
          .orElseThrow()
          .file()
          .flushRowGroup();
    }
  }

  private PartitionData partition(int day) {
    if (!table.spec().isPartitioned()) {
      return null;
    }
    PartitionData partition = new PartitionData(table.spec().partitionType());
    partition.set(0, day);
    return partition;
  }
}
