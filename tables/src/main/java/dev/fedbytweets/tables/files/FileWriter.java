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

/// Writes rows of one partition into as many Parquet files as the table's target size asks for.
/// The files belong to no snapshot until someone commits them.
///
/// @param <R> the records that are rows
public final class FileWriter<R> implements AutoCloseable {

  /// How many rows between two looks at the size of the file.
  private static final int ROWS_BETWEEN_LOOKS = 1000;

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
  public FileWriter(Table table, StructLike partition, Map<String, RecordColumn<R>> columns) {
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
    if (rows % ROWS_BETWEEN_LOOKS == 0 && file.length() >= targetBytes) {
      finishFile();
    }
  }

  /// The file to which some rows can be added column by column: it has all rows that came before,
  /// unless these fill a file.
  public ColumnFileWriter file() {
    if (file != null) {
      records.flush();
      if (file.length() >= targetBytes) {
        finishFile();
      }
    }
    open();
    return file;
  }

  /// Ends the last file.
  ///
  /// @return the files written, none if there was no row
  public List<DataFile> complete() {
    finishFile();
    return List.copyOf(files);
  }

  /// How many bytes wait in memory.
  public long bufferedBytes() {
    return file == null ? 0 : file.bufferedBytes();
  }

  /// Ends a file that is still open, after a failure; what was written stays for [#delete].
  @Override
  public void close() {
    finishFile();
  }

  /// Removes files that were not committed. Files that cannot be removed are left: they belong to
  /// no snapshot.
  public static void delete(Table table, List<DataFile> files) {
    for (DataFile file : files) {
      try {
        table.io().deleteFile(file.location());
      } catch (RuntimeException e) {
        // An orphan is harmless, the failure that led here is not.
        continue;
      }
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

  private void finishFile() {
    if (file == null) {
      return;
    }
    try (ColumnFileWriter finished = file) {
      records.flush();
      files.add(finished.complete());
    } finally {
      file = null;
      records = null;
    }
  }
}
