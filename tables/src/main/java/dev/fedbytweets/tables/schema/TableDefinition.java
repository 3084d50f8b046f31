package dev.fedbytweets.tables.schema;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.tables.columns.RecordColumn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;

/// What a table is: its columns, its partitions and the record that is a row of it. Columns and
/// components match by name; a new column goes at the end of both.
///
/// @param layer bronze or silver
/// @param entity what is in it
/// @param row the record whose components are the columns
/// @param schema the columns; Iceberg gives them other identifiers when it creates the table
/// @param values how each column gets its values from the record
/// @param dayOf the timestamp column by whose day the table is partitioned, null for a table in
///     one piece
/// @param bounded columns whose smallest and largest values are kept for each file, so that
///     readers can skip files
public record TableDefinition<R extends Record>(
    Layer layer,
    Entity entity,
    Class<R> row,
    Schema schema,
    Map<String, RecordColumn<R>> values,
    String dayOf,
    List<String> bounded) {

  public TableDefinition {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(schema, "schema");
    values = Map.copyOf(values);
    bounded = List.copyOf(bounded);
  }

  static <R extends Record> TableDefinition<R> of(
      Layer layer,
      Entity entity,
      Class<R> row,
      Columns<R> columns,
      String dayOf,
      List<String> bounded) {
    return new TableDefinition<>(
        layer, entity, row, columns.schema(), columns.values(), dayOf, bounded);
  }

  /// How the table is partitioned.
  public PartitionSpec spec() {
    return dayOf == null
        ? PartitionSpec.unpartitioned()
        : PartitionSpec.builderFor(schema).day(dayOf).build();
  }

  /// As people write it: `silver.tweets`.
  @Override
  public String toString() {
    return layer.lowerCase() + "." + entity.lowerCase();
  }
}
