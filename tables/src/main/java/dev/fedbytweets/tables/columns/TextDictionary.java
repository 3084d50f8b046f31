package dev.fedbytweets.tables.columns;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/// A dictionary of texts.
final class TextDictionary implements Dictionary {

  private static final int EMPTY = -1;

  /// The dictionary page: the length of each text in 4 bytes, then the text.
  private final ByteBuilder page = new ByteBuilder(1 << 10);

  private int[] slots = new int[256];
  private int[] hashes = new int[128];
  private int[] ends = new int[128];
  private int entries;

  TextDictionary() {
    Arrays.fill(slots, EMPTY);
  }

  /// The index of a text, which is added if it is new.
  ///
  /// @param text in UTF-8
  int indexOf(byte[] text) {
    int hash = Arrays.hashCode(text);
    int slot = slotOf(hash);
    while (slots[slot] != EMPTY) {
      int entry = slots[slot];
      if (hashes[entry] == hash
          && ends[entry] - start(entry) == text.length
          && page.matches(start(entry), text)) {
        return entry;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return add(text, hash, slot);
  }

  @Override
  public int entries() {
    return entries;
  }

  @Override
  public int bytes() {
    return page.size();
  }

  @Override
  public BytesInput page() {
    return page.input();
  }

  @Override
  public void copy(int entry, ByteBuilder plain) {
    plain.add(page, start(entry) - Integer.BYTES, ends[entry]);
  }

  private int add(byte[] text, int hash, int slot) {
    if (entries == hashes.length) {
      hashes = Arrays.copyOf(hashes, entries * 2);
      ends = Arrays.copyOf(ends, entries * 2);
    }
    page.addInt(text.length);
    page.add(text);
    hashes[entries] = hash;
    ends[entries] = page.size();
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
      int slot = slotOf(hashes[entry]);
      while (slots[slot] != EMPTY) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = entry;
    }
  }

  private int slotOf(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }

  private int start(int entry) {
    return (entry == 0 ? 0 : ends[entry - 1]) + Integer.BYTES;
  }
}
