package dev.fedbytweets.tables.schema;

import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.tables.columns.RecordColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.BooleanType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;
import org.apache.iceberg.types.Types.TimestampType;

/// Writes down the columns of a table, one after another: name, type, and which component of the
/// record it is.
final class Columns<R extends Record> {

  private final List<NestedField> fields = new ArrayList<>();
  private final Map<String, RecordColumn<R>> values = new LinkedHashMap<>();
  private int lastId;

  /// Whether a column may be null.
  enum Presence {
    REQUIRED,
    OPTIONAL
  }

  Columns<R> requiredText(String name, Function<R, String> value) {
    return add(Presence.REQUIRED, name, StringType.get(), RecordColumn.text(value));
  }

  Columns<R> text(String name, Function<R, String> value) {
    return add(Presence.OPTIONAL, name, StringType.get(), RecordColumn.text(value));
  }

  Columns<R> requiredTime(String name, Function<R, Instant> value) {
    return add(Presence.REQUIRED, name, TimestampType.withoutZone(), RecordColumn.time(value));
  }

  Columns<R> time(String name, Function<R, Instant> value) {
    return add(Presence.OPTIONAL, name, TimestampType.withoutZone(), RecordColumn.time(value));
  }

  /// An identifier, 64 bits.
  Columns<R> requiredId(String name, Function<R, Long> value) {
    return add(Presence.REQUIRED, name, LongType.get(), RecordColumn.number(value));
  }

  /// The same, optional.
  Columns<R> id(String name, Function<R, Long> value) {
    return add(Presence.OPTIONAL, name, LongType.get(), RecordColumn.number(value));
  }

  /// A count, 64 bits.
  Columns<R> count(String name, Function<R, Long> value) {
    return add(Presence.OPTIONAL, name, LongType.get(), RecordColumn.number(value));
  }

  /// A count, 32 bits.
  Columns<R> smallCount(String name, Function<R, Integer> value) {
    return add(Presence.OPTIONAL, name, IntegerType.get(), RecordColumn.number(value));
  }

  Columns<R> requiredFlag(String name, Function<R, Boolean> value) {
    return add(Presence.REQUIRED, name, BooleanType.get(), RecordColumn.flag(value));
  }

  Columns<R> flag(String name, Function<R, Boolean> value) {
    return add(Presence.OPTIONAL, name, BooleanType.get(), RecordColumn.flag(value));
  }

  Columns<R> degrees(String name, Function<R, Double> value) {
    return add(Presence.OPTIONAL, name, DoubleType.get(), RecordColumn.degrees(value));
  }

  Columns<R> texts(String name, Function<R, List<String>> values) {
    ListType type = ListType.ofRequired(++lastId, StringType.get());
    return add(Presence.OPTIONAL, name, type, RecordColumn.texts(values));
  }

  Columns<R> references(String name, Function<R, List<Reference>> values) {
    StructType reference =
        StructType.of(
            NestedField.optional(++lastId, "type", StringType.get()),
            NestedField.optional(++lastId, "id", StringType.get()));
    ListType type = ListType.ofRequired(++lastId, reference);
    return add(Presence.OPTIONAL, name, type, RecordColumn.references(values));
  }

  Schema schema() {
    return new Schema(fields);
  }

  /// How each column gets its values, in the columns' order; unmodifiable.
  Map<String, RecordColumn<R>> values() {
    return Collections.unmodifiableMap(values);
  }

  private Columns<R> add(Presence presence, String name, Type type, RecordColumn<R> value) {
    int id = ++lastId;
    fields.add(
        presence == Presence.REQUIRED
            ? NestedField.required(id, name, type)
            : NestedField.optional(id, name, type));
    values.put(name, value);
    return this;
  }
}
