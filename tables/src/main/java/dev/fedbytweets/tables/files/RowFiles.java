package dev.fedbytweets.tables.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.InternalReader;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;

/// Reads the Parquet files of a table.
public final class RowFiles {

  private RowFiles() {}

  /// Gives every row of a file, in the file's order, to a consumer. Rows are not used again: who
  /// gets one may keep and change it.
  ///
  /// @param columns which to read; they may be newer than the file
  /// @throws UncheckedIOException naming the file
  public static void forEach(
      Table table, DataFile file, Schema columns, Consumer<Record> consumer) {
    try (CloseableIterable<Record> rows =
        Parquet.read(table.io().newInputFile(file))
            .project(columns)
            .createReaderFunc(type -> InternalReader.create(columns, type))
            .build()) {
      rows.forEach(consumer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.location(), e);
    }
  }
}
