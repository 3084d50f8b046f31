package dev.fedbytweets.tables.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FieldMetrics;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/// One Parquet file of a table, written column by column: some rows of every leaf column, then
/// [#endRows], and so on. Pages are compressed with zstd. The table's properties decide compression
/// level, row groups and metrics. The file belongs to no snapshot until it is committed. Not safe
/// for use by several threads.
public final class ColumnFileWriter implements AutoCloseable {

  private static final int PAGE_BYTES = 2 << 20;
  private static final int PAGE_ROWS = 40_000;
  private static final int INDEX_TRUNCATION = 64;

  private final Table table;
  private final StructLike partition;
  private final OutputFile output;
  private final WriteSettings settings;
  private final ZstdCompressor compressor;
  private final MessageType type;
  private final List<ColumnEncoder> encoders;
  private final int[] pageRows;
  private ColumnChunkPageWriteStore pages;
  private ParquetFileWriter file;
  private long rowsInGroup;
  private boolean closed;

  /// @param partition of every row, null in a table without partitions
  public ColumnFileWriter(Table table, StructLike partition, OutputFile output) {
    this.table = Objects.requireNonNull(table, "table");
    this.partition = partition;
    this.output = Objects.requireNonNull(output, "output");
    this.settings = WriteSettings.of(table);
    this.compressor = new ZstdCompressor(settings.compressionLevel());
    this.type = ParquetSchemaUtil.convert(table.schema(), "table");
    this.encoders =
        type.getColumns().stream()
            .map(column -> ColumnEncoder.of(column, settings.bounds(column)))
            .toList();
    this.pageRows = new int[encoders.size()];
    startRowGroup();
  }

  /// The leaf columns, in the file's order.
  public List<ColumnDescriptor> columns() {
    return type.getColumns();
  }

  /// The writer of a leaf column.
  ///
  /// @param leaf which of [#columns()]
  public ColumnWriter column(int leaf) {
    return encoders.get(leaf);
  }

  ColumnEncoder encoder(int leaf) {
    return encoders.get(leaf);
  }

  /// Ends some rows: every column has got the values of so many more.
  public void endRows(int rows) {
    rowsInGroup += rows;
    for (int leaf = 0; leaf < pageRows.length; leaf++) {
      pageRows[leaf] += rows;
      if (pageRows[leaf] >= PAGE_ROWS || encoders.get(leaf).pageBytes() >= PAGE_BYTES) {
        encoders.get(leaf).endPage(pageRows[leaf]);
        pageRows[leaf] = 0;
      }
    }
    if (bufferedBytes() >= settings.rowGroupBytes()) {
      flushRowGroup();
    }
  }

  /// The number of bytes that are held in memory until the row group ends.
  public long bufferedBytes() {
    long bytes = 0;
    for (ColumnEncoder encoder : encoders) {
      bytes += encoder.bufferedBytes();
    }
    return bytes;
  }

  /// The approximate length of the file in bytes. Buffered bytes count as they are.
  public long length() {
    try {
      return (file == null ? 0 : file.getPos()) + bufferedBytes();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Ends the row group. A row group without rows is not written.
  public void flushRowGroup() {
    if (rowsInGroup == 0) {
      return;
    }
    try {
      open();
      for (int leaf = 0; leaf < pageRows.length; leaf++) {
        encoders.get(leaf).endRowGroup(pageRows[leaf]);
        pageRows[leaf] = 0;
      }
      file.startBlock(rowsInGroup);
      pages.flushToFileWriter(file);
      file.endBlock();
    } catch (IOException e) {
      throw unwritable(e);
    }
    pages.close();
    rowsInGroup = 0;
    startRowGroup();
  }

  /// Ends the file.
  ///
  /// @return the file, to be committed
  public DataFile complete() {
    flushRowGroup();
    try {
      open();
      file.end(Map.of("iceberg.schema", SchemaParser.toJson(table.schema())));
      long length = file.getPos();
      close();
      return DataFiles.builder(table.spec())
          .withPath(output.location())
          .withFormat(FileFormat.PARQUET)
          .withPartition(partition)
          .withFileSizeInBytes(length)
          .withMetrics(metrics())
          .withSplitOffsets(ParquetUtil.getSplitOffsets(file.getFooter()))
          .build();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Where the file is.
  public String location() {
    return output.location();
  }

  /// Gives the file up: nothing of it stays.
  public void abort() {
    close();
    if (file != null) {
      table.io().deleteFile(output.location());
    }
  }

  /// Releases the file. An incomplete file stays as it is, and no reader can use it.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    pages.close();
    compressor.release();
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void open() throws IOException {
    if (file == null) {
      file =
          new ParquetFileWriter(
              new ParquetOutput(output),
              type,
              ParquetFileWriter.Mode.CREATE,
              settings.rowGroupBytes(),
              0,
              INDEX_TRUNCATION,
              ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
              ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
      file.start();
    }
  }

  private void startRowGroup() {
    pages =
        new ColumnChunkPageWriteStore(
            compressor,
            type,
            HeapByteBufferAllocator.getInstance(),
            INDEX_TRUNCATION,
            ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
    for (ColumnEncoder encoder : encoders) {
      encoder.startRowGroup(pages.getPageWriter(encoder.column()));
    }
  }

  /// The counts of columns without statistics are known to their encoders only.
  private Metrics metrics() {
    Stream<FieldMetrics<?>> counted =
        encoders.stream()
            .filter(encoder -> !encoder.isBounded())
            .map(
                encoder ->
                    new FieldMetrics<>(
                        encoder.column().getPrimitiveType().getId().intValue(),
                        encoder.allValues(),
                        encoder.allNulls()));
    return ParquetUtil.footerMetrics(file.getFooter(), counted, settings.metrics());
  }

  private UncheckedIOException unwritable(IOException cause) {
    return new UncheckedIOException("cannot write " + output.location(), cause);
  }
}
