package dev.fedbytweets.tables.files;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/// Reads the rows of a table's present state, file by file.
public final class LiveRows {

  private LiveRows() {}

  /// Reads all rows. Memory: one row group.
  ///
  /// @param binding the columns that are read
  public static <R extends Record> void forEach(
      Table table, RecordBinding<R> binding, Consumer<R> rows) {
    forEach(table, binding, _ -> true, rows);
  }

  /// Reads the rows of some files.
  ///
  /// @param binding the columns that are read
  /// @param isWanted whether a file is read
  public static <R extends Record> void forEach(
      Table table, RecordBinding<R> binding, Predicate<DataFile> isWanted, Consumer<R> rows) {
    for (LiveFile live : files(table, RowDeletes.of(table))) {
      if (isWanted.test(live.file())) {
        forEach(table, binding, live, rows);
      }
    }
  }

  /// Reads the rows of a file.
  public static <R extends Record> void forEach(
      Table table, RecordBinding<R> binding, LiveFile live, Consumer<R> rows) {
    try (RecordFileReader<R> reader = new RecordFileReader<>(table, live, binding)) {
      reader.forEach(row -> true, (row, value) -> rows.accept(value));
    }
  }

  /// The data files of the present state.
  ///
  /// @param deletes those of the table
  public static List<LiveFile> files(Table table, RowDeletes deletes) {
    return table.currentSnapshot() == null
        ? List.of()
        : CommittedFiles.after(CommittedFiles.ALL, table, table.currentSnapshot()).stream()
            .map(deletes::in)
            .toList();
  }
}
