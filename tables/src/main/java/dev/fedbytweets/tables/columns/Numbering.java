package dev.fedbytweets.tables.columns;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/// The values of a page as numbers of dictionary entries.
final class Numbering {

  private int[] numbers = new int[1 << 10];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  int get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /// As Parquet's RLE_DICTIONARY has it: the bit width, then run lengths and packed bits.
  ///
  /// @param entries of the dictionary
  BytesInput encoded(int entries) throws IOException {
    int bitWidth = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1));
    RunLengthBitPackingHybridEncoder encoder = ColumnEncoder.runLengths(bitWidth);
    for (int index = 0; index < size; index++) {
      encoder.writeInt(numbers[index]);
    }
    return BytesInput.concat(BytesInput.from(new byte[] {(byte) bitWidth}), encoder.toBytes());
  }
}
