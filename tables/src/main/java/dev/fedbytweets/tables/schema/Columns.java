package dev.fedbytweets.tables.schema;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.tables.columns.RecordColumn;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.RecordBinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.BooleanType;
import org.apache.iceberg.types.Types.DateType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;
import org.apache.iceberg.types.Types.TimestampType;

/// Collects the columns of a table, one after another, in the order of the record's components:
/// name, type, how a column is written from a record and how it is read.
final class Columns<R extends Record> {

  private static final Type TIME = TimestampType.withoutZone();

  private final List<NestedField> fields = new ArrayList<>();
  private final Map<String, RecordColumn<R>> writers = new LinkedHashMap<>();
  private final List<RecordBinding.ColumnOpener> readers = new ArrayList<>();
  private int lastId;

  Columns<R> requiredText(String name, Function<R, String> value) {
    return required(name, StringType.get(), RecordColumn.text(value), ColumnFileReader::texts);
  }

  Columns<R> text(String name, Function<R, String> value) {
    return optional(name, StringType.get(), RecordColumn.text(value), ColumnFileReader::texts);
  }

  Columns<R> requiredTime(String name, Function<R, Instant> value) {
    return required(name, TIME, RecordColumn.time(value), ColumnFileReader::times);
  }

  Columns<R> time(String name, Function<R, Instant> value) {
    return optional(name, TIME, RecordColumn.time(value), ColumnFileReader::times);
  }

  /// An identifier, 64 bits.
  Columns<R> requiredId(String name, Function<R, Long> value) {
    return required(name, LongType.get(), RecordColumn.number(value), ColumnFileReader::longs);
  }

  /// The same, optional.
  Columns<R> id(String name, Function<R, Long> value) {
    return optional(name, LongType.get(), RecordColumn.number(value), ColumnFileReader::longs);
  }

  /// A count, 64 bits.
  Columns<R> count(String name, Function<R, Long> value) {
    return optional(name, LongType.get(), RecordColumn.number(value), ColumnFileReader::longs);
  }

  /// A count, 32 bits.
  Columns<R> smallCount(String name, Function<R, Integer> value) {
    return optional(
        name, IntegerType.get(), RecordColumn.number(value), ColumnFileReader::integers);
  }

  /// A day.
  Columns<R> requiredDate(String name, Function<R, LocalDate> value) {
    return required(
        name,
        DateType.get(),
        RecordColumn.number(row -> value.apply(row).toEpochDay()),
        ColumnFileReader::dates);
  }

  /// A count, 64 bits.
  Columns<R> requiredCount(String name, Function<R, Long> value) {
    return required(name, LongType.get(), RecordColumn.number(value), ColumnFileReader::longs);
  }

  /// A count, 32 bits.
  Columns<R> requiredSmallCount(String name, Function<R, Integer> value) {
    return required(
        name, IntegerType.get(), RecordColumn.number(value), ColumnFileReader::integers);
  }

  /// A number that is no integer.
  Columns<R> requiredNumber(String name, Function<R, Double> value) {
    return required(name, DoubleType.get(), RecordColumn.degrees(value), ColumnFileReader::doubles);
  }

  /// The same, optional.
  Columns<R> number(String name, Function<R, Double> value) {
    return optional(name, DoubleType.get(), RecordColumn.degrees(value), ColumnFileReader::doubles);
  }

  Columns<R> requiredFlag(String name, Function<R, Boolean> value) {
    return required(name, BooleanType.get(), RecordColumn.flag(value), ColumnFileReader::flags);
  }

  Columns<R> flag(String name, Function<R, Boolean> value) {
    return optional(name, BooleanType.get(), RecordColumn.flag(value), ColumnFileReader::flags);
  }

  Columns<R> degrees(String name, Function<R, Double> value) {
    return number(name, value);
  }

  Columns<R> texts(String name, Function<R, List<String>> values) {
    ListType type = ListType.ofRequired(++lastId, StringType.get());
    return optional(name, type, RecordColumn.texts(values), ColumnFileReader::textLists);
  }

  Columns<R> references(String name, Function<R, List<Reference>> values) {
    StructType reference =
        StructType.of(
            NestedField.optional(++lastId, "type", StringType.get()),
            NestedField.optional(++lastId, "id", StringType.get()));
    ListType type = ListType.ofRequired(++lastId, reference);
    return optional(name, type, RecordColumn.references(values), ColumnFileReader::references);
  }

  /// The files of a video.
  Columns<R> variants(String name, Function<R, List<MediaVariant>> values) {
    StructType variant =
        StructType.of(
            NestedField.optional(++lastId, "bit_rate", LongType.get()),
            NestedField.optional(++lastId, "content_type", StringType.get()),
            NestedField.optional(++lastId, "url", StringType.get()));
    ListType type = ListType.ofRequired(++lastId, variant);
    return optional(name, type, RecordColumn.variants(values), ColumnFileReader::variants);
  }

  Schema schema() {
    return new Schema(fields);
  }

  /// How each column is written, by its name and in the columns' order; unmodifiable.
  Map<String, RecordColumn<R>> writers() {
    return Collections.unmodifiableMap(writers);
  }

  /// How each column is read, in the columns' order; unmodifiable.
  List<RecordBinding.ColumnOpener> readers() {
    return Collections.unmodifiableList(readers);
  }

  private Columns<R> required(String name, Type type, RecordColumn<R> writer, ReaderByName reader) {
    return add(NestedField.required(++lastId, name, type), writer, reader);
  }

  private Columns<R> optional(String name, Type type, RecordColumn<R> writer, ReaderByName reader) {
    return add(NestedField.optional(++lastId, name, type), writer, reader);
  }

  private Columns<R> add(NestedField field, RecordColumn<R> writer, ReaderByName reader) {
    fields.add(field);
    writers.put(field.name(), writer);
    readers.add(file -> reader.apply(file, field.name()));
    return this;
  }

  /// Opens a column of a file by its name.
  @FunctionalInterface
  private interface ReaderByName extends BiFunction<ColumnFileReader, String, Column<?>> {}
}
