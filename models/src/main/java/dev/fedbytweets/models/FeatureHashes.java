package dev.fedbytweets.models;

import java.util.Arrays;

/// The features of a text as 32-bit hashes, each once: word 1- and 2-grams, and character 3- to
/// 5-grams within a word and its two ends.
public final class FeatureHashes {

  private static final int PAIR = 0x51ED270B;
  private static final int PART = 0x2C1B3C6D;
  private static final int EDGE = 0x20;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  private int[] hashes;
  private int size;
  private final int words;

  private FeatureHashes(Tokens tokens) {
    hashes = new int[64 + 12 * tokens.count()];
    addWords(tokens);
    words = distinctFrom(0);
    size = words;
    for (int token = 0; token < tokens.count(); token++) {
      addParts(tokens, token);
    }
    size = distinctFrom(words);
  }

  /// The features of a text; a text of white space has none.
  public static FeatureHashes of(String text) {
    return new FeatureHashes(Tokens.of(text));
  }

  /// How many features there are.
  public int size() {
    return size;
  }

  /// How many of them, the first ones, are words and pairs of words.
  public int words() {
    return words;
  }

  /// One of the hashes.
  public int hash(int index) {
    return hashes[index];
  }

  /// The hash of a feature for texts of one language.
  ///
  /// @param salt the language's, from [#salt(String)]
  public static int salted(int hash, int salt) {
    return mixed(hash ^ salt);
  }

  /// What makes a language's features differ from those of all languages.
  public static int salt(String language) {
    int hash = 0x3C6EF372;
    for (int i = 0; i < language.length(); i++) {
      hash = mixed(hash + language.charAt(i));
    }
    return hash;
  }

  /// Where in a table of so many places a hash belongs.
  public static int place(int hash, int places) {
    return (int) ((hash & 0xFFFFFFFFL) * places >>> 32);
  }

  /// What each feature counts among as many of its kind: all of them together have length 1.
  public static double value(int features) {
    return features == 0 ? 0 : 1 / Math.sqrt(features);
  }

  private void addWords(Tokens tokens) {
    if (tokens.count() == 0) {
      return;
    }
    int last = EDGE;
    for (int token = 0; token < tokens.count(); token++) {
      int start = tokens.start(token);
      int word = wordHash(tokens, start, tokens.end(token));
      add(word);
      if (tokens.code(start) == '#' && tokens.end(token) > start + 1) {
        add(wordHash(tokens, start + 1, tokens.end(token)));
      }
      add(pairHash(last, word));
      last = word;
    }
    add(pairHash(last, EDGE));
  }

  private static int wordHash(Tokens tokens, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = (hash ^ tokens.code(i)) * 0x01000193;
    }
    return mixed(hash);
  }

  private static int pairHash(int first, int second) {
    return mixed(first * 31 + second + PAIR);
  }

  private void addParts(Tokens tokens, int token) {
    int start = tokens.start(token) - 1;
    int end = tokens.end(token);
    for (int from = start; from < end; from++) {
      int hash = PART;
      int to = Math.min(end, from + LONGEST - 1);
      for (int i = from; i <= to; i++) {
        hash = (hash ^ (i == start || i == end ? EDGE : tokens.code(i))) * 0x5BD1E995;
        hash ^= hash >>> 15;
        if (i - from + 1 >= SHORTEST) {
          add(mixed(hash + i - from));
        }
      }
    }
  }

  private void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  /// Drops what stands twice from a place on, and returns where the rest ends.
  private int distinctFrom(int from) {
    Arrays.sort(hashes, from, size);
    int to = from;
    for (int i = from; i < size; i++) {
      if (i == from || hashes[i] != hashes[i - 1]) {
        hashes[to++] = hashes[i];
      }
    }
    return to;
  }

  private static int mixed(int hash) {
    int a = (hash ^ hash >>> 16) * 0x85EBCA6B;
    int b = (a ^ a >>> 13) * 0xC2B2AE35;
    return b ^ b >>> 16;
  }
}
