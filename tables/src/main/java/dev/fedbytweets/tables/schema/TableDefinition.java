package dev.fedbytweets.tables.schema;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import java.util.List;
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
/// @param dayOf the timestamp column by whose day the table is partitioned, null for a table in
///     one piece
/// @param bounded columns whose smallest and largest values are kept for each file, so that
///     readers can skip files
public record TableDefinition<R extends Record>(
    Layer layer, Entity entity, Class<R> row, Schema schema, String dayOf, List<String> bounded) {

  public TableDefinition {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(schema, "schema");
    bounded = List.copyOf(bounded);
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
