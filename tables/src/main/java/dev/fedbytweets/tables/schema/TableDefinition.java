package dev.fedbytweets.tables.schema;

import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import dev.fedbytweets.tables.columns.RecordColumn;
import dev.fedbytweets.tables.files.RecordBinding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;

/// Defines a table: its columns, its partitions and the record that is a row of it. A new column
/// goes at the end of both the columns and the record's components.
///
/// @param name of the table within its layer
/// @param schema the columns; Iceberg gives them other identifiers when it creates the table
/// @param writers how each column is written from a record, by name
/// @param binding how a record is read, from columns in the same order
/// @param partitionColumn the timestamp column by whose day, or the date column by whose month, the
///     table is partitioned; null in a table without partitions
/// @param bounded columns whose smallest and largest values are kept for each file, so that
///     readers can skip files
public record TableDefinition<R extends Record>(
    Layer layer,
    TableName name,
    Schema schema,
    Map<String, RecordColumn<R>> writers,
    RecordBinding<R> binding,
    String partitionColumn,
    List<String> bounded) {

  /// How many earlier versions of a table's metadata file are kept, for repairs.
  public static final int METADATA_VERSIONS = 5;

  public TableDefinition {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
    writers = Map.copyOf(writers);
    Objects.requireNonNull(binding, "binding");
    bounded = List.copyOf(bounded);
  }

  static <R extends Record> TableDefinition<R> of(
      Layer layer,
      TableName name,
      Class<R> row,
      Columns<R> columns,
      String partitionColumn,
      List<String> bounded) {
    return new TableDefinition<>(
        layer,
        name,
        columns.schema(),
        columns.writers(),
        new RecordBinding<>(row, columns.readers()),
        partitionColumn,
        bounded);
  }

  /// The column that names what a row is about. It is the first one.
  public String keyColumn() {
    return schema.columns().getFirst().name();
  }

  /// How the table is partitioned.
  public PartitionSpec spec() {
    if (partitionColumn == null) {
      return PartitionSpec.unpartitioned();
    }
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    return (isByMonth() ? spec.month(partitionColumn) : spec.day(partitionColumn)).build();
  }

  /// The partition that a day's rows are in, as Iceberg numbers it: days or months since 1970.
  public int partitionNumber(LocalDate day) {
    return Math.toIntExact(
        isByMonth() ? ChronoUnit.MONTHS.between(LocalDate.EPOCH, day) : day.toEpochDay());
  }

  private boolean isByMonth() {
    return schema.findType(partitionColumn).typeId() == Type.TypeID.DATE;
  }

  /// Iceberg's properties with which the table is created.
  public Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("format-version", "2");
    properties.put("write.format.default", "parquet");
    properties.put("write.parquet.compression-codec", "zstd");
    // Bounds the memory of a writer, and is enough rows for columns to compress well.
    properties.put("write.parquet.row-group-size-bytes", Integer.toString(16 << 20));
    // A merge writes silver files anew, so they are smaller.
    properties.put(
        "write.target-file-size-bytes",
        Integer.toString(layer == Layer.BRONZE ? 128 << 20 : 64 << 20));
    // Anything that reads Parquet can read the lake: no delete files, also not from other writers.
    properties.put("write.delete.mode", "copy-on-write");
    properties.put("write.update.mode", "copy-on-write");
    properties.put("write.merge.mode", "copy-on-write");
    properties.put("write.metadata.delete-after-commit.enabled", "true");
    properties.put("write.metadata.previous-versions-max", Integer.toString(METADATA_VERSIONS));
    properties.put("write.metadata.metrics.default", "counts");
    bounded.forEach(column -> properties.put("write.metadata.metrics.column." + column, "full"));
    return properties;
  }

  /// As people write it: `silver.tweets`.
  @Override
  public String toString() {
    return layer.lowerCase() + "." + name.lowerCase();
  }
}
