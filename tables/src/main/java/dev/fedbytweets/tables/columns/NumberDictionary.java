package dev.fedbytweets.tables.columns;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/// A dictionary of numbers. Two numbers are the same if their bits are.
final class NumberDictionary implements Dictionary {

  private static final int EMPTY = -1;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private int[] slots = new int[256];
  private long[] values = new long[128];
  private int entries;

  private final NumberEncoder.Width width;

  NumberDictionary(NumberEncoder.Width width) {
    this.width = width;
    Arrays.fill(slots, EMPTY);
  }

  /// The index of a value, which is added if it is new.
  int indexOf(long value) {
    int slot = slotOf(value);
    while (slots[slot] != EMPTY) {
      if (values[slots[slot]] == value) {
        return slots[slot];
      }
      slot = slot + 1 & slots.length - 1;
    }
    return add(value, slot);
  }

  @Override
  public int entries() {
    return entries;
  }

  @Override
  public int bytes() {
    return entries * width.bytes();
  }

  @Override
  public void copy(int entry, ByteBuilder plain) {
    width.add(values[entry], plain);
  }

  @Override
  public BytesInput page() {
    ByteBuilder page = new ByteBuilder(bytes());
    for (int entry = 0; entry < entries; entry++) {
      copy(entry, page);
    }
    return page.input();
  }

  private int add(long value, int slot) {
    if (entries == values.length) {
      values = Arrays.copyOf(values, entries * 2);
    }
    values[entries] = value;
    slots[slot] = entries++;
    if (entries * 2 > slots.length) {
      rehash();
    }
    return entries - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, EMPTY);
    for (int entry = 0; entry < entries; entry++) {
      int slot = slotOf(values[entry]);
      while (slots[slot] != EMPTY) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = entry;
    }
  }

  private int slotOf(long value) {
    return (int) (value * SPREAD >>> 40) & slots.length - 1;
  }
}
