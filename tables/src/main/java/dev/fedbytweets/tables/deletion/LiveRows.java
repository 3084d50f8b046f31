package dev.fedbytweets.tables.deletion;

import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RecordFileReader;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.Table;

/// Reads the rows of a table's present state, file by file.
public final class LiveRows {

  private LiveRows() {}

  /// Reads all rows; none if there is no such table. Memory: one row group.
  public static <R extends Record> void forEach(
      LakeTables lake, TableDefinition<R> definition, Consumer<R> rows) {
    lake.existing(definition)
        .ifPresent(
            table ->
                liveFiles(table, RowDeletes.of(table))
                    .forEach(live -> forEach(table, definition, live, rows)));
  }

  /// The data files of the present state.
  static List<LiveFile> liveFiles(Table table, RowDeletes deletes) {
    return table.currentSnapshot() == null
        ? List.of()
        : CommittedFiles.after(CommittedFiles.ALL, table, table.currentSnapshot()).stream()
            .map(deletes::in)
            .toList();
  }

  /// Reads the rows of a file.
  static <R extends Record> void forEach(
      Table table, TableDefinition<R> definition, LiveFile live, Consumer<R> rows) {
    try (RecordFileReader<R> reader = new RecordFileReader<>(table, live, definition.binding())) {
      reader.forEach(row -> true, (row, value) -> rows.accept(value));
    }
  }
}
