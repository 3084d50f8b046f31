package dev.fedbytweets.tables.columns;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;

/// Booleans: a bit each, the first one lowest.
final class FlagEncoder extends ColumnEncoder {

  private final ByteBuilder full = new ByteBuilder(1 << 8);
  private int bits;
  private int bitCount;

  FlagEncoder(ColumnDescriptor column) {
    super(column, Bounds.NONE);
  }

  @Override
  public void write(boolean value, int repetition, int definition) {
    addLevels(repetition, definition);
    bits |= (value ? 1 : 0) << bitCount;
    bitCount++;
    if (bitCount == Byte.SIZE) {
      endByte();
    }
  }

  private void endByte() {
    full.add((byte) bits);
    bits = 0;
    bitCount = 0;
  }

  @Override
  void startValues() {
    // There is nothing but the page.
  }

  @Override
  void completeValues() {
    if (bitCount > 0) {
      endByte();
    }
  }

  @Override
  int pageBytes() {
    return full.size();
  }

  @Override
  BytesInput values() {
    return full.input();
  }

  @Override
  Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  void clearValues() {
    full.clear();
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
