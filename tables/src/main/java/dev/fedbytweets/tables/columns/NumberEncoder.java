package dev.fedbytweets.tables.columns;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;

/// Whole numbers of 32 or 64 bits, or doubles.
final class NumberEncoder extends DictionaryEncoder<NumberDictionary> {

  private final NumberWidth width;
  private long smallest = Long.MAX_VALUE;
  private long largest = Long.MIN_VALUE;

  NumberEncoder(ColumnDescriptor column, Bounds bounds, NumberWidth width) {
    super(column, bounds);
    this.width = width;
  }

  @Override
  NumberDictionary newDictionary() {
    return new NumberDictionary(width);
  }

  @Override
  public void write(long value, int repetition, int definition) {
    addLevels(repetition, definition);
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
    NumberDictionary dictionary = dictionary();
    if (dictionary == null) {
      width.add(value, plain());
    } else {
      add(dictionary.numberOf(value), width.bytes());
    }
  }

  @Override
  public void write(int value, int repetition, int definition) {
    write((long) value, repetition, definition);
  }

  @Override
  public void write(double value, int repetition, int definition) {
    write(Double.doubleToRawLongBits(value), repetition, definition);
  }

  @Override
  void clearValues() {
    super.clearValues();
    smallest = Long.MAX_VALUE;
    largest = Long.MIN_VALUE;
  }

  @Override
  void describe(Statistics<?> statistics) {
    width.describe(statistics, smallest, largest);
  }
}
