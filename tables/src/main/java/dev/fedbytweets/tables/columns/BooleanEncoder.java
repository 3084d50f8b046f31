package dev.fedbytweets.tables.columns;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;

/// Encodes booleans, one bit each. Their bounds are never kept.
final class BooleanEncoder extends ColumnEncoder {

  private final BooleanPlainValuesWriter bits = new BooleanPlainValuesWriter();

  BooleanEncoder(ColumnDescriptor column) {
    super(column, Bounds.NONE);
  }

  @Override
  public void write(boolean value, int repetition, int definition) {
    addLevels(repetition, definition);
    bits.writeBoolean(value);
  }

  @Override
  void startValues() {
    // There is nothing but the page.
  }

  @Override
  void completeValues() {
    // Every value is in the page already.
  }

  @Override
  int pageBytes() {
    return Math.toIntExact(bits.getBufferedSize());
  }

  @Override
  BytesInput values() {
    return bits.getBytes();
  }

  @Override
  Encoding encoding() {
    return bits.getEncoding();
  }

  @Override
  void clearValues() {
    bits.reset();
  }

  @Override
  DictionaryPage dictionaryPage() {
    return null;
  }

  @Override
  void describe(Statistics<?> statistics) {
    throw new IllegalArgumentException(column() + " has no bounds");
  }
}
