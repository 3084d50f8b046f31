package dev.fedbytweets.tables.columns;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/// The values of a page as indices of dictionary entries.
final class DictionaryIndices {

  private int[] indices = new int[1 << 10];
  private int size;

  void add(int index) {
    if (size == indices.length) {
      indices = Arrays.copyOf(indices, size * 2);
    }
    indices[size++] = index;
  }

  /// The index of a value of the page.
  int get(int value) {
    return indices[value];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /// The encoding RLE_DICTIONARY of Parquet: the bit width, then run lengths and packed bits.
  ///
  /// @param entries the number of entries in the dictionary
  BytesInput encoded(int entries) throws IOException {
    int bitWidth = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1));
    RunLengthBitPackingHybridEncoder encoder = ColumnEncoder.runLengths(bitWidth);
    for (int value = 0; value < size; value++) {
      encoder.writeInt(indices[value]);
    }
    return BytesInput.concat(BytesInput.from(new byte[] {(byte) bitWidth}), encoder.toBytes());
  }
}
