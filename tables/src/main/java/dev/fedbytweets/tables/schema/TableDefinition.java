package dev.fedbytweets.tables.schema;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.tables.columns.RecordColumn;
import dev.fedbytweets.tables.files.RecordBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;

/// Defines a table: its columns, its partitions and the record that is a row of it. A new column
/// goes at the end of both the columns and the record's components.
///
/// @param layer bronze or silver
/// @param entity what the rows are about
/// @param schema the columns; Iceberg gives them other identifiers when it creates the table
/// @param writers how each column is written from a record, by name
/// @param binding how a record is read, from columns in the same order
/// @param partitionColumn the timestamp column by whose day the table is partitioned, null in a
///     table without partitions
/// @param bounded columns whose smallest and largest values are kept for each file, so that
///     readers can skip files
public record TableDefinition<R extends Record>(
    Layer layer,
    Entity entity,
    Schema schema,
    Map<String, RecordColumn<R>> writers,
    RecordBinding<R> binding,
    String partitionColumn,
    List<String> bounded) {

  public TableDefinition {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(schema, "schema");
    writers = Map.copyOf(writers);
    Objects.requireNonNull(binding, "binding");
    bounded = List.copyOf(bounded);
  }

  static <R extends Record> TableDefinition<R> of(
      Layer layer,
      Entity entity,
      Class<R> row,
      Columns<R> columns,
      String partitionColumn,
      List<String> bounded) {
    return new TableDefinition<>(
        layer,
        entity,
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
    return partitionColumn == null
        ? PartitionSpec.unpartitioned()
        : PartitionSpec.builderFor(schema).day(partitionColumn).build();
  }

  /// Iceberg's properties with which the table is created.
  public Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("format-version", "2");
    properties.put("write.format.default", "parquet");
    properties.put("write.parquet.compression-codec", "zstd");
    // Bounds the memory of a writer, and is enough rows for columns to compress well.
    properties.put("write.parquet.row-group-size-bytes", Integer.toString(16 << 20));
    properties.put("write.target-file-size-bytes", Integer.toString(64 << 20));
    // Anything that reads Parquet can read the lake: no delete files, also not from other writers.
    properties.put("write.delete.mode", "copy-on-write");
    properties.put("write.update.mode", "copy-on-write");
    properties.put("write.merge.mode", "copy-on-write");
    properties.put("write.metadata.delete-after-commit.enabled", "true");
    properties.put("write.metadata.previous-versions-max", "20");
    properties.put("write.metadata.metrics.default", "counts");
    bounded.forEach(column -> properties.put("write.metadata.metrics.column." + column, "full"));
    return properties;
  }

  /// As people write it: `silver.tweets`.
  @Override
  public String toString() {
    return layer.lowerCase() + "." + entity.lowerCase();
  }
}
