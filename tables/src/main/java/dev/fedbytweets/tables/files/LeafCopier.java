package dev.fedbytweets.tables.files;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Copies a leaf column row by row from a file into another, values and levels as they are.
public final class LeafCopier {

  private final Leaf from;
  private final ValueCopy value;

  /// @param from the column in the old file
  /// @param to the column in the new file, which may have a wider type
  LeafCopier(Leaf from, ColumnDescriptor to) {
    this.from = from;
    this.value = from.isMissing() ? null : valueCopy(from.descriptor(), to);
  }

  /// Copies the next row.
  public void copy(ColumnWriter to) {
    if (from.isMissing()) {
      to.writeNull(0, 0);
      return;
    }
    ColumnReader reader = from.reader();
    int defined = from.descriptor().getMaxDefinitionLevel();
    do {
      int repetition = reader.getCurrentRepetitionLevel();
      int definition = reader.getCurrentDefinitionLevel();
      if (definition == defined) {
        value.copy(reader, to, repetition, definition);
      } else {
        to.writeNull(repetition, definition);
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
  }

  /// Passes over the next row.
  public void skip() {
    if (from.isMissing()) {
      return;
    }
    ColumnReader reader = from.reader();
    do {
      if (from.isDefined()) {
        reader.skip();
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
  }

  private static ValueCopy valueCopy(ColumnDescriptor from, ColumnDescriptor to) {
    if (from.getMaxDefinitionLevel() != to.getMaxDefinitionLevel()) {
      throw new IllegalStateException(
          "%s was optional in one file and is not in another".formatted(to));
    }
    PrimitiveTypeName type = from.getPrimitiveType().getPrimitiveTypeName();
    PrimitiveTypeName newType = to.getPrimitiveType().getPrimitiveTypeName();
    return switch (type) {
      case INT32 ->
          newType == PrimitiveTypeName.INT64
              ? (reader, writer, repetition, definition) ->
                  writer.write((long) reader.getInteger(), repetition, definition)
              : (reader, writer, repetition, definition) ->
                  writer.write(reader.getInteger(), repetition, definition);
      case FLOAT ->
          newType == PrimitiveTypeName.DOUBLE
              ? (reader, writer, repetition, definition) ->
                  writer.write((double) reader.getFloat(), repetition, definition)
              : (reader, writer, repetition, definition) ->
                  writer.write(reader.getFloat(), repetition, definition);
      case INT64 ->
          (reader, writer, repetition, definition) ->
              writer.write(reader.getLong(), repetition, definition);
      case DOUBLE ->
          (reader, writer, repetition, definition) ->
              writer.write(reader.getDouble(), repetition, definition);
      case BOOLEAN ->
          (reader, writer, repetition, definition) ->
              writer.write(reader.getBoolean(), repetition, definition);
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
          (reader, writer, repetition, definition) ->
              writer.write(reader.getBinary(), repetition, definition);
    };
  }

  /// Copies a value that is there.
  @FunctionalInterface
  private interface ValueCopy {
    void copy(ColumnReader reader, ColumnWriter writer, int repetition, int definition);
  }
}
