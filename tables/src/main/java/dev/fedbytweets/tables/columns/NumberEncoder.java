package dev.fedbytweets.tables.columns;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;

/// Encodes integers of 32 or 64 bits, or doubles. Inside, each is 64 bits.
final class NumberEncoder extends DictionaryEncoder<NumberDictionary> {

  /// How the numbers of a column are stored.
  enum Width {
    INT(Integer.BYTES) {
      @Override
      void add(long bits, ByteBuilder plain) {
        plain.addInt((int) bits);
      }

      @Override
      void describe(Statistics<?> statistics, long smallest, long largest) {
        statistics.updateStats((int) smallest);
        statistics.updateStats((int) largest);
      }
    },
    LONG(Long.BYTES) {
      @Override
      void add(long bits, ByteBuilder plain) {
        plain.addLong(bits);
      }

      @Override
      void describe(Statistics<?> statistics, long smallest, long largest) {
        statistics.updateStats(smallest);
        statistics.updateStats(largest);
      }
    },
    DOUBLE(Double.BYTES) {
      @Override
      void add(long bits, ByteBuilder plain) {
        plain.addLong(bits);
      }

      @Override
      void describe(Statistics<?> statistics, long smallest, long largest) {
        throw new IllegalArgumentException("doubles have no bounds: their bits have another order");
      }
    };

    private final int bytes;

    Width(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    /// Adds a number to a page of plain values.
    abstract void add(long bits, ByteBuilder plain);

    /// Adds the smallest and the largest number to statistics.
    abstract void describe(Statistics<?> statistics, long smallest, long largest);
  }

  private final Width width;
  private long smallest = Long.MAX_VALUE;
  private long largest = Long.MIN_VALUE;

  NumberEncoder(ColumnDescriptor column, Bounds bounds, Width width) {
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
      add(dictionary.indexOf(value), width.bytes());
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
