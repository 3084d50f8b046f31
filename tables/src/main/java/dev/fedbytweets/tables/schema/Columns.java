package dev.fedbytweets.tables.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;

/// Writes down the columns of a table, one after another.
final class Columns {

  private final List<NestedField> fields = new ArrayList<>();
  private int lastId;

  Columns required(String name, Type type) {
    fields.add(NestedField.required(++lastId, name, type));
    return this;
  }

  Columns optional(String name, Type type) {
    fields.add(NestedField.optional(++lastId, name, type));
    return this;
  }

  Columns texts(String name) {
    return optional(name, ListType.ofRequired(++lastId, StringType.get()));
  }

  /// A list of [dev.fedbytweets.core.model.Reference]s.
  Columns references(String name) {
    StructType reference =
        StructType.of(
            NestedField.optional(++lastId, "type", StringType.get()),
            NestedField.optional(++lastId, "id", StringType.get()));
    return optional(name, ListType.ofRequired(++lastId, reference));
  }

  Schema schema() {
    return new Schema(fields);
  }
}
