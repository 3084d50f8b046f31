package dev.fedbytweets.tables.columns;

import org.apache.parquet.column.statistics.Statistics;

/// How a column of numbers keeps them. Inside they are all 64 bits.
enum NumberWidth {
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

  NumberWidth(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /// Adds a number to a page of plain values.
  abstract void add(long bits, ByteBuilder plain);

  /// Puts the smallest and the largest number into statistics.
  abstract void describe(Statistics<?> statistics, long smallest, long largest);
}
