package dev.fedbytweets.tables.files;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Copies a leaf column row by row from a file into another, values as they are. Engines write an
/// optional column as a required one if they know that no value is null: then its definition levels
/// are raised.
public final class LeafCopier {

  private final Leaf from;
  private final ValueCopy value;

  /// The definition level in the new file, by the level in the old one.
  private final int[] levels;

  /// @param from the column in the old file
  /// @param file the columns of the old file
  /// @param to the column in the new file, which may have a wider type
  /// @param target the columns of the new file
  LeafCopier(Leaf from, MessageType file, ColumnDescriptor to, MessageType target) {
    this.from = from;
    this.value = from.isMissing() ? null : valueCopy(from.descriptor(), to);
    this.levels = from.isMissing() ? null : levels(from.descriptor(), file, to, target);
  }

  /// Copies the next row.
  public void copy(ColumnWriter to) {
    if (from.isMissing()) {
      to.writeNull(0, 0);
      return;
    }
    from.startRow();
    ColumnReader reader = from.reader();
    int defined = from.descriptor().getMaxDefinitionLevel();
    do {
      int repetition = reader.getCurrentRepetitionLevel();
      int definition = reader.getCurrentDefinitionLevel();
      if (definition == defined) {
        value.copy(reader, to, repetition, levels[definition]);
      } else {
        to.writeNull(repetition, levels[definition]);
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
  }

  /// Passes over the next row.
  public void skip() {
    if (!from.isMissing()) {
      from.skipRow();
    }
  }

  /// A level says how many of the column's nodes are there, counting those that may be missing.
  private static int[] levels(
      ColumnDescriptor from, MessageType file, ColumnDescriptor to, MessageType target) {
    int[] levels = new int[from.getMaxDefinitionLevel() + 1];
    for (int node = 1; node <= from.getPath().length; node++) {
      int level = file.getMaxDefinitionLevel(Arrays.copyOf(from.getPath(), node));
      levels[level] = target.getMaxDefinitionLevel(Arrays.copyOf(to.getPath(), node));
      if (levels[level] < level) {
        throw new IllegalStateException(
            "%s was optional in one file and is not in another".formatted(to));
      }
    }
    return levels;
  }

  private static ValueCopy valueCopy(ColumnDescriptor from, ColumnDescriptor to) {
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
