package dev.fedbytweets.tables.columns;

import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.MetricsModes;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.util.PropertyUtil;
import org.apache.parquet.column.ColumnDescriptor;

/// How the files of a table are written, according to the table's properties.
///
/// @param schema of the table
/// @param metrics decides which columns have bounds
/// @param rowGroupBytes the size at which a row group ends
/// @param compressionLevel the compression level of zstd
record WriteSettings(
    Schema schema, MetricsConfig metrics, long rowGroupBytes, int compressionLevel) {

  private static final long DEFAULT_ROW_GROUP_BYTES = 16L << 20;

  /// The default of zstd itself.
  private static final int DEFAULT_LEVEL = 3;

  static WriteSettings of(Table table) {
    return new WriteSettings(
        table.schema(),
        MetricsConfig.forTable(table),
        PropertyUtil.propertyAsLong(
            table.properties(),
            TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
            DEFAULT_ROW_GROUP_BYTES),
        PropertyUtil.propertyAsInt(
            table.properties(), TableProperties.PARQUET_COMPRESSION_LEVEL, DEFAULT_LEVEL));
  }

  /// Whether the smallest and the largest value of a column are kept.
  ColumnEncoder.Bounds bounds(ColumnDescriptor column) {
    String name = schema.findColumnName(column.getPrimitiveType().getId().intValue());
    return metrics.columnMode(name).equals(MetricsModes.Full.get())
        ? ColumnEncoder.Bounds.KEPT
        : ColumnEncoder.Bounds.NONE;
  }
}
