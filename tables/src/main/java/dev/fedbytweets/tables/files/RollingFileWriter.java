package dev.fedbytweets.tables.files;

import dev.fedbytweets.tables.columns.ColumnFileWriter;
import dev.fedbytweets.tables.columns.RecordColumn;
import dev.fedbytweets.tables.columns.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.util.PropertyUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes rows of one partition into Parquet files of the table's target size, one after another.
/// The files belong to no snapshot until someone commits them.
///
/// @param <R> the records that are rows
public final class RollingFileWriter<R> {

  private static final Logger LOG = LoggerFactory.getLogger(RollingFileWriter.class);

  /// How many rows are added between two checks of the file's size.
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  private static final long DEFAULT_TARGET_BYTES = 64L << 20;

  private final Table table;
  private final StructLike partition;
  private final Map<String, RecordColumn<R>> columns;
  private final OutputFileFactory names;
  private final long targetBytes;
  private final List<DataFile> files = new ArrayList<>();
  private ColumnFileWriter file;
  private RecordWriter<R> records;
  private long rows;

  /// @param partition of every row, null in a table without partitions
  /// @param columns that records have values for, by name; others are null
  public RollingFileWriter(
      Table table, StructLike partition, Map<String, RecordColumn<R>> columns) {
    this.table = table;
    this.partition = partition;
    this.columns = columns;
    this.names =
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(UUID.randomUUID().toString())
            .format(FileFormat.PARQUET)
            .build();
    this.targetBytes =
        PropertyUtil.propertyAsLong(
            table.properties(), "write.target-file-size-bytes", DEFAULT_TARGET_BYTES);
  }

  /// Adds a row.
  public void write(R row) {
    open();
    records.write(row);
    rows++;
    if (rows % ROWS_BETWEEN_CHECKS == 0 && file.length() >= targetBytes) {
      completeFile();
    }
  }

  /// The open file, so that rows can be added to it column by column; a new one if the last one is
  /// full. Ask again after every few rows, or files become too large.
  public ColumnFileWriter openFile() {
    if (file != null) {
      records.flush();
      if (file.length() >= targetBytes) {
        completeFile();
      }
    }
    open();
    return file;
  }

  /// Completes the last file.
  ///
  /// @return the files written, none if there was no row
  public List<DataFile> complete() {
    completeFile();
    return List.copyOf(files);
  }

  /// How many bytes wait in memory.
  public long bufferedBytes() {
    return file == null ? 0 : file.bufferedBytes();
  }

  /// Gives up, and removes everything that was written.
  public void abort() {
    if (file != null) {
      removeQuietly(file::abort, file.location());
      file = null;
      records = null;
    }
    delete(table, files);
    files.clear();
  }

  /// Removes files that were not committed.
  public static void delete(Table table, List<DataFile> files) {
    files.forEach(
        file -> removeQuietly(() -> table.io().deleteFile(file.location()), file.location()));
  }

  /// A file that cannot be removed belongs to no snapshot and is harmless; the failure that led
  /// here is not, and must not be hidden by another.
  private static void removeQuietly(Runnable removal, String location) {
    try {
      removal.run();
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("file", location).setCause(e).log("a file could not be removed");
    }
  }

  private void open() {
    if (file == null) {
      file =
          new ColumnFileWriter(
              table,
              partition,
              (partition == null
                      ? names.newOutputFile()
                      : names.newOutputFile(table.spec(), partition))
                  .encryptingOutputFile());
      records = new RecordWriter<>(file, columns);
    }
  }

  private void completeFile() {
    if (file == null) {
      return;
    }
    records.flush();
    files.add(file.complete());
    file = null;
    records = null;
  }
}
