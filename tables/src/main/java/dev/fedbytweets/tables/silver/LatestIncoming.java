package dev.fedbytweets.tables.silver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// The latest incoming row of each key, as [MergeRule] decides. Keys are numbered from 0, and what
/// belongs to a key stands in arrays under its number: there is no object for each key, and no row
/// stays in memory, only its number.
final class LatestIncoming {

  /// The partition day of rows in a table without partitions.
  static final int UNPARTITIONED = 0;

  private static final int NO_TEXT = -1;
  private static final int UNKNOWN_TEXT = -2;

  private final PairNumbering keys = new PairNumbering();
  private final Map<String, Integer> texts = new HashMap<>();

  /// One object for all rows of a page.
  private RowVersion[] versions = new RowVersion[0];

  private long[] firstRetrievedAt = new long[0];
  private int[] rows = new int[0];
  private int[] partitionDays = new int[0];
  private final BitSet storedWins = new BitSet();

  /// How many keys there are.
  int size() {
    return keys.size();
  }

  /// Adds a row.
  ///
  /// @param row its number among the incoming rows
  /// @param partitionDay in days since 1970, or [#UNPARTITIONED]
  void add(Key key, RowVersion version, int row, int partitionDay) {
    int before = keys.size();
    int number = number(key);
    if (number == before) {
      grow();
      versions[number] = version;
      firstRetrievedAt[number] = version.firstRetrievedAt();
      rows[number] = row;
      partitionDays[number] = partitionDay;
      return;
    }
    RowVersion latest = version(number);
    if (MergeRule.decide(version, latest) == MergeRule.Decision.REPLACE) {
      versions[number] = version;
      rows[number] = row;
      partitionDays[number] = partitionDay;
    }
    setFirstRetrievedAt(number, MergeRule.firstRetrievedAt(version, latest));
  }

  /// The number of a key, negative if no incoming row has it.
  int find(Key key) {
    return switch (key) {
      case Key.NumberKey(long id, String subject) ->
          keys.find(id, subject == null ? NO_TEXT : texts.getOrDefault(subject, UNKNOWN_TEXT));
      case Key.TextKey(String id) -> keys.find(texts.getOrDefault(id, UNKNOWN_TEXT), NO_TEXT);
    };
  }

  /// The latest incoming row of a key.
  RowVersion version(int key) {
    return versions[key].withFirstRetrievedAt(firstRetrievedAt[key]);
  }

  /// Notes when a key was first retrieved.
  ///
  /// @param micros since 1970
  void setFirstRetrievedAt(int key, long micros) {
    firstRetrievedAt[key] = micros;
  }

  /// Notes that the stored row of a key wins: the incoming one is not inserted.
  void keepStored(int key) {
    storedWins.set(key);
  }

  /// Whether the incoming row of a key goes into silver.
  boolean isInserted(int key) {
    return !storedWins.get(key);
  }

  /// How many keys have an incoming row that goes into silver.
  int inserts() {
    return size() - storedWins.cardinality();
  }

  /// The number of a key's row among the incoming rows.
  int row(int key) {
    return rows[key];
  }

  /// The day of the partition to which a key's row belongs, in days since 1970, or
  /// [#UNPARTITIONED].
  int partitionDay(int key) {
    return partitionDays[key];
  }

  private int number(Key key) {
    return switch (key) {
      case Key.NumberKey(long id, String subject) ->
          keys.add(id, subject == null ? NO_TEXT : number(subject));
      case Key.TextKey(String id) -> keys.add(number(id), NO_TEXT);
    };
  }

  private int number(String text) {
    Integer known = texts.get(text);
    if (known == null) {
      known = texts.size();
      texts.put(text, known);
    }
    return known;
  }

  private void grow() {
    if (size() > versions.length) {
      int length = PairNumbering.grown(versions.length);
      versions = Arrays.copyOf(versions, length);
      firstRetrievedAt = Arrays.copyOf(firstRetrievedAt, length);
      rows = Arrays.copyOf(rows, length);
      partitionDays = Arrays.copyOf(partitionDays, length);
    }
  }
}
