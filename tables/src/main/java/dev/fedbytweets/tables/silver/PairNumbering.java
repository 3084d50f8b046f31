package dev.fedbytweets.tables.silver;

import java.util.Arrays;

/// Numbers pairs of a 64-bit and a 32-bit number in the order in which they come: 0, 1, 2 and so
/// on. There is no object for each pair: it takes 18 to 27 bytes. Not safe for use by several
/// threads.
public final class PairNumbering {

  private static final int FIRST_SLOTS = 64;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] highs = new long[FIRST_SLOTS / 2];
  private int[] lows = new int[FIRST_SLOTS / 2];

  /// One more than the pair's number, 0 where there is none. At least a quarter is free.
  private int[] slots = new int[FIRST_SLOTS];

  private int size;

  /// How many pairs have a number.
  public int size() {
    return size;
  }

  /// The pair's number, -1 if it has none.
  public int find(long high, int low) {
    return slots[slot(high, low)] - 1;
  }

  /// The pair's number; if it had none, the next one, which is [#size()] before the call.
  public int add(long high, int low) {
    int slot = slot(high, low);
    if (slots[slot] == 0) {
      append(high, low);
      slots[slot] = size;
      if (size > slots.length / 4 * 3) {
        widen();
      }
      return size - 1;
    }
    return slots[slot] - 1;
  }

  private void append(long high, int low) {
    if (size == highs.length) {
      highs = Arrays.copyOf(highs, grown(size));
      lows = Arrays.copyOf(lows, grown(size));
    }
    highs[size] = high;
    lows[size] = low;
    size++;
  }

  /// How long an array becomes that is full.
  public static int grown(int length) {
    return length + length / 4 + 16;
  }

  private void widen() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    for (int number = 0; number < size; number++) {
      slots[slot(highs[number], lows[number])] = number + 1;
    }
  }

  private int slot(long high, int low) {
    long hash = (high * SPREAD + low) * SPREAD;
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, high, low)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isAt(int number, long high, int low) {
    return highs[number] == high && lows[number] == low;
  }
}
