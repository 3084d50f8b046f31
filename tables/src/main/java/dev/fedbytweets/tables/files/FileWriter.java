package dev.fedbytweets.tables.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.parquet.InternalWriter;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.util.PropertyUtil;

/// Writes rows of one partition into as many Parquet files as the table's target size asks for.
/// The files belong to no snapshot until someone commits them.
public final class FileWriter implements AutoCloseable {

  /// How many rows between two looks at the size of the file.
  private static final int ROWS_BETWEEN_LOOKS = 1000;

  private static final long DEFAULT_TARGET_BYTES = 64L << 20;

  private final Table table;
  private final StructLike partition;
  private final OutputFileFactory names;
  private final long targetBytes;
  private final List<DataFile> files = new ArrayList<>();
  private DataWriter<StructLike> current;
  private long rows;

  /// @param partition of every row, null in a table without partitions
  public FileWriter(Table table, StructLike partition) {
    this.table = table;
    this.partition = partition;
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
  public void write(StructLike row) {
    if (current == null) {
      current = open();
    }
    current.write(row);
    rows++;
    if (rows % ROWS_BETWEEN_LOOKS == 0 && current.length() >= targetBytes) {
      finishFile();
    }
  }

  /// Ends the last file.
  ///
  /// @return the files written, none if there was no row
  public List<DataFile> complete() {
    finishFile();
    return List.copyOf(files);
  }

  /// How many rows were written.
  public long rows() {
    return rows;
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

  private DataWriter<StructLike> open() {
    EncryptedOutputFile file =
        partition == null ? names.newOutputFile() : names.newOutputFile(table.spec(), partition);
    try {
      return Parquet.writeData(file)
          .forTable(table)
          .withPartition(partition)
          .createWriterFunc(type -> InternalWriter.createWriter(table.schema(), type))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file.encryptingOutputFile().location(), e);
    }
  }

  private void finishFile() {
    if (current == null) {
      return;
    }
    DataWriter<StructLike> finished = current;
    current = null;
    try {
      finished.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot finish a file of " + table.name(), e);
    }
    files.add(finished.toDataFile());
  }
}
