package dev.fedbytweets.tables.columns;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Reference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/// How a column gets its values from records. Null stays null.
///
/// @param <R> the record
public sealed interface RecordColumn<R> {

  /// The number of leaf columns that it has in a file.
  int leaves();

  /// Writes the values of some records.
  ///
  /// @param leaf the first of the column's leaves in the file
  void write(List<R> records, ColumnFileWriter file, int leaf);

  /// Texts.
  static <R> RecordColumn<R> text(Function<R, String> value) {
    return new Single<>(value, Kind.TEXT);
  }

  /// Integers.
  static <R> RecordColumn<R> number(Function<R, ? extends Number> value) {
    return new Single<>(value, Kind.NUMBER);
  }

  /// Times, cut off to microseconds.
  static <R> RecordColumn<R> time(Function<R, Instant> value) {
    return new Single<>(value, Kind.TIME);
  }

  /// Floating-point numbers, such as degrees.
  static <R> RecordColumn<R> degrees(Function<R, Double> value) {
    return new Single<>(value, Kind.DEGREES);
  }

  /// Booleans.
  static <R> RecordColumn<R> flag(Function<R, Boolean> value) {
    return new Single<>(value, Kind.FLAG);
  }

  /// Lists of texts, none of which is null.
  static <R> RecordColumn<R> texts(Function<R, List<String>> values) {
    return new Many<>(values, List.of(new ListPart<>(Function.identity(), Kind.TEXT)));
  }

  /// Lists of references.
  static <R> RecordColumn<R> references(Function<R, List<Reference>> values) {
    return new Many<>(
        values,
        List.of(
            new ListPart<>(Reference::type, Kind.TEXT), new ListPart<>(Reference::id, Kind.TEXT)));
  }

  /// Lists of the files of a video.
  static <R> RecordColumn<R> variants(Function<R, List<MediaVariant>> values) {
    return new Many<>(
        values,
        List.of(
            new ListPart<>(MediaVariant::bitRate, Kind.NUMBER),
            new ListPart<>(MediaVariant::contentType, Kind.TEXT),
            new ListPart<>(MediaVariant::url, Kind.TEXT)));
  }

  /// The kinds of values, and how each is passed to its encoder.
  enum Kind {
    TEXT {
      @Override
      void write(Object value, ColumnEncoder encoder, int repetition, int definition) {
        ((TextEncoder) encoder).write((String) value, repetition, definition);
      }
    },
    NUMBER {
      @Override
      void write(Object value, ColumnEncoder encoder, int repetition, int definition) {
        encoder.write(((Number) value).longValue(), repetition, definition);
      }
    },
    TIME {
      @Override
      void write(Object value, ColumnEncoder encoder, int repetition, int definition) {
        encoder.write(
            ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value), repetition, definition);
      }
    },
    DEGREES {
      @Override
      void write(Object value, ColumnEncoder encoder, int repetition, int definition) {
        encoder.write(((Double) value).doubleValue(), repetition, definition);
      }
    },
    FLAG {
      @Override
      void write(Object value, ColumnEncoder encoder, int repetition, int definition) {
        encoder.write(((Boolean) value).booleanValue(), repetition, definition);
      }
    };

    abstract void write(Object value, ColumnEncoder encoder, int repetition, int definition);
  }

  /// One value in each row.
  ///
  /// @param value of a record, may return null
  record Single<R>(Function<R, ?> value, Kind kind) implements RecordColumn<R> {

    @Override
    public int leaves() {
      return 1;
    }

    @Override
    public void write(List<R> records, ColumnFileWriter file, int leaf) {
      ColumnEncoder encoder = file.encoder(leaf);
      int present = encoder.column().getMaxDefinitionLevel();
      for (int index = 0; index < records.size(); index++) {
        Object single = value.apply(records.get(index));
        if (single == null) {
          encoder.writeNull(0, 0);
        } else {
          kind.write(single, encoder, 0, present);
        }
      }
    }
  }

  /// A part of a list's elements: a leaf.
  ///
  /// @param value of an element; may return null where an element has several parts
  record ListPart<E>(Function<E, ?> value, Kind kind) {}

  /// An optional list in each row, its elements in parts.
  ///
  /// @param values of a record, may return null
  record Many<R, E>(Function<R, List<E>> values, List<ListPart<E>> parts)
      implements RecordColumn<R> {

    private static final int EMPTY = 1;

    @Override
    public int leaves() {
      return parts.size();
    }

    @Override
    public void write(List<R> records, ColumnFileWriter file, int leaf) {
      for (int part = 0; part < parts.size(); part++) {
        ColumnEncoder encoder = file.encoder(leaf + part);
        for (int index = 0; index < records.size(); index++) {
          write(values.apply(records.get(index)), parts.get(part), encoder);
        }
      }
    }

    private void write(List<E> list, ListPart<E> part, ColumnEncoder encoder) {
      if (list == null || list.isEmpty()) {
        encoder.writeNull(0, list == null ? 0 : EMPTY);
        return;
      }
      int present = encoder.column().getMaxDefinitionLevel();
      for (int index = 0; index < list.size(); index++) {
        int repetition = index == 0 ? 0 : 1;
        Object value = part.value().apply(list.get(index));
        if (value == null) {
          encoder.writeNull(repetition, present - 1);
        } else {
          part.kind().write(value, encoder, repetition, present);
        }
      }
    }
  }
}
