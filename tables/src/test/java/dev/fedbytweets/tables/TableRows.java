package dev.fedbytweets.tables;

import dev.fedbytweets.tables.files.RecordMapping;
import dev.fedbytweets.tables.files.RowFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/// Reads whole tables, for tests.
public final class TableRows {

  private TableRows() {}

  /// Every row of the table's present state.
  public static <R extends Record> List<R> of(Table table, Class<R> type) {
    table.refresh();
    RecordMapping<R> mapping = new RecordMapping<>(type, table.schema());
    List<R> rows = new ArrayList<>();
    for (FileScanTask task : files(table)) {
      RowFiles.forEach(table, task.file(), table.schema(), row -> rows.add(mapping.toRecord(row)));
    }
    return rows;
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
