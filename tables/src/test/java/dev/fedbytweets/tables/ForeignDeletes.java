package dev.fedbytweets.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.DVFileWriter;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.parquet.Parquet;

/// Deletes rows of a table as engines of others do that merge on read: they add delete files and
/// leave the data files. For tests.
public enum ForeignDeletes {
  POSITION_DELETES {
    @Override
    void add(Table table, FileScanTask task, List<Long> positions, RowDelta delta)
        throws IOException {
      PositionDeleteWriter<Record> writer =
          Parquet.writeDeletes(newFile(table))
              .withSpec(table.spec())
              .withPartition(task.file().partition())
              .buildPositionWriter();
      try (writer) {
        for (long position : positions) {
          writer.write(PositionDelete.<Record>create().set(task.file().location(), position));
        }
      }
      delta.addDeletes(writer.toDeleteFile());
    }
  },

  /// Upgrades the table to format version 3.
  DELETION_VECTORS {
    @Override
    void add(Table table, FileScanTask task, List<Long> positions, RowDelta delta)
        throws IOException {
      OutputFileFactory files =
          OutputFileFactory.builderFor(table, 1, 1).format(FileFormat.PUFFIN).build();
      DVFileWriter writer = new BaseDVFileWriter(files, path -> null);
      try (writer) {
        positions.forEach(
            position ->
                writer.delete(
                    task.file().location(), position, table.spec(), task.file().partition()));
      }
      writer.result().deleteFiles().forEach(delta::addDeletes);
    }
  },

  EQUALITY_DELETES {
    @Override
    void add(Table table, FileScanTask task, List<Long> positions, RowDelta delta)
        throws IOException {
      Schema key = table.schema().select(key(table));
      EqualityDeleteWriter<Record> writer =
          Parquet.writeDeletes(newFile(table))
              .forTable(table)
              .rowSchema(key)
              .withSpec(table.spec())
              .withPartition(task.file().partition())
              .equalityFieldIds(key.findField(key(table)).fieldId())
              .createWriterFunc(GenericParquetWriter::create)
              .buildEqualityWriter();
      try (writer) {
        for (Object id : ids(table, task, positions)) {
          Record row = GenericRecord.create(key);
          row.setField(key(table), id);
          writer.write(row);
        }
      }
      delta.addDeletes(writer.toDeleteFile());
    }
  };

  abstract void add(Table table, FileScanTask task, List<Long> positions, RowDelta delta)
      throws IOException;

  /// Deletes rows, in one commit.
  ///
  /// @param isDeleted by the value of the first column
  public void delete(Table table, Predicate<Object> isDeleted) {
    if (this == DELETION_VECTORS) {
      table.updateProperties().set("format-version", "3").commit();
    }
    RowDelta delta = table.newRowDelta();
    for (FileScanTask task : TableContents.files(table)) {
      try {
        List<Long> positions = positions(table, task, isDeleted);
        if (!positions.isEmpty()) {
          add(table, task, positions, delta);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    delta.commit();
  }

  /// The delete files of a table's current snapshot that apply to a data file.
  public static List<DeleteFile> in(Table table) {
    return TableContents.files(table).stream().flatMap(task -> task.deletes().stream()).toList();
  }

  private static String key(Table table) {
    return table.schema().columns().getFirst().name();
  }

  private static OutputFile newFile(Table table) {
    return OutputFileFactory.builderFor(table, 1, System.nanoTime())
        .build()
        .newOutputFile()
        .encryptingOutputFile();
  }

  private static List<Long> positions(Table table, FileScanTask task, Predicate<Object> isDeleted)
      throws IOException {
    try (CloseableIterable<Record> rows = ids(table, task)) {
      List<Long> positions = new ArrayList<>();
      for (Record row : rows) {
        if (isDeleted.test(row.getField(key(table)))) {
          positions.add((Long) row.getField(MetadataColumns.ROW_POSITION.name()));
        }
      }
      return positions;
    }
  }

  private static List<Object> ids(Table table, FileScanTask task, List<Long> positions)
      throws IOException {
    try (CloseableIterable<Record> rows = ids(table, task)) {
      List<Object> ids = new ArrayList<>();
      for (Record row : rows) {
        if (positions.contains((Long) row.getField(MetadataColumns.ROW_POSITION.name()))) {
          ids.add(row.getField(key(table)));
        }
      }
      return ids;
    }
  }

  private static CloseableIterable<Record> ids(Table table, FileScanTask task) {
    Schema columns = new Schema(table.schema().findField(key(table)), MetadataColumns.ROW_POSITION);
    return Parquet.read(table.io().newInputFile(task.file()))
        .project(columns)
        .createReaderFunc(file -> GenericParquetReaders.buildReader(columns, file))
        .build();
  }
}
