package dev.fedbytweets.xstandin.posts;

import java.util.List;
import java.util.Random;

/// Random values that repeat themselves: the same keys give the same values. Uses [Random], whose
/// sequence is part of its specification, so a world stays the same on every Java version.
final class SeededRandom {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Random random;

  private SeededRandom(long seed) {
    this.random = new Random(seed);
  }

  /// @param keys what the values belong to; every single bit of them matters
  static SeededRandom of(long... keys) {
    long mixed = 0x9E37_79B9_7F4A_7C15L;
    for (long key : keys) {
      mixed = stir(mixed ^ key);
    }
    return new SeededRandom(mixed);
  }

  /// The finalizer of MurmurHash3 (Austin Appleby, public domain).
  private static long stir(long value) {
    long stirred = (value ^ (value >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
    stirred = (stirred ^ (stirred >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
    return stirred ^ (stirred >>> 33);
  }

  /// A whole number from 0 to below the bound.
  int below(int bound) {
    return random.nextInt(bound);
  }

  /// A whole number from the least to the greatest, both included.
  int between(int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }

  /// A number from 0 to below 1.
  double fraction() {
    return random.nextDouble();
  }

  /// True once in so many times.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /// So many letters and digits.
  String letters(int count) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(below(LETTERS.length())));
    }
    return letters.toString();
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
