package dev.fedbytweets.tables;

import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RecordFileReader;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/// Reads whole tables, for tests.
public final class TableContents {

  private TableContents() {}

  /// Every row of the table's present state.
  public static <R extends Record> List<R> of(Table table, TableDefinition<R> definition) {
    table.refresh();
    RowDeletes deletes = RowDeletes.of(table);
    List<R> rows = new ArrayList<>();
    for (FileScanTask task : files(table)) {
      try (RecordFileReader<R> file =
          new RecordFileReader<>(table, deletes.in(task.file()), definition.binding())) {
        file.forEach(row -> true, (row, value) -> rows.add(value));
      }
    }
    return rows;
  }

  /// How many rows an earlier state has, by reading its files.
  public static int countAt(Table table, Snapshot snapshot) {
    List<Long> rows = new ArrayList<>();
    for (DataFile file : CommittedFiles.after(CommittedFiles.ALL, table, snapshot)) {
      try (ColumnFileReader columns = new ColumnFileReader(table, LiveFile.whole(file))) {
        while (columns.rowsAhead() > 0) {
          rows.add((long) columns.rowsAhead());
          columns.skipRowGroup();
        }
      }
    }
    return Math.toIntExact(rows.stream().mapToLong(Long::longValue).sum());
  }

  /// Every file of the table's present state.
  public static List<FileScanTask> files(Table table) {
    table.refresh();
    List<FileScanTask> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
