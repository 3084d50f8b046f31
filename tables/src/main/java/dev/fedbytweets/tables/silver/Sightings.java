package dev.fedbytweets.tables.silver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// For each key among the bronze rows of a merge where its newest row stands and when it was
/// seen. Keys are numbered; there is no object for each: see the decision record for the bytes.
final class Sightings {

  /// The day of a row in a table without partitions.
  static final int NO_DAY = 0;

  private final KeyIndex keys = new KeyIndex();
  private final Map<String, Integer> texts = new HashMap<>();
  private Look[] newest = new Look[0];
  private long[] firstRetrievedAt = new long[0];
  private int[] rows = new int[0];
  private int[] days = new int[0];
  private final BitSet outdated = new BitSet();

  /// How many keys there are.
  int size() {
    return keys.size();
  }

  /// Notes a row.
  ///
  /// @param row which of the batch it is
  /// @param day of its partition, in days since 1970
  void add(Key key, Look look, int row, int day) {
    int known = keys.size();
    int sighting = keys.add(number(key.id()), ordinal(key.subject()));
    if (sighting == known) {
      grow();
      newest[sighting] = look;
      firstRetrievedAt[sighting] = look.retrievedAt();
      rows[sighting] = row;
      days[sighting] = day;
      return;
    }
    firstRetrievedAt[sighting] = Math.min(firstRetrievedAt[sighting], look.retrievedAt());
    if (look.compareTo(newest[sighting]) > 0) {
      newest[sighting] = look;
      rows[sighting] = row;
    }
  }

  /// The number of a key, -1 if no row has it.
  int find(long id, String subject) {
    int ordinal = subject == null ? -1 : texts.getOrDefault(subject, -2);
    return keys.find(id, ordinal);
  }

  /// The number of a key that is a text, -1 if no row has it.
  int find(String id) {
    Integer number = texts.get(id);
    return number == null ? -1 : keys.find(number, -1);
  }

  /// Compares with the row that silver has for the same key: whether that has to change.
  boolean meet(int sighting, Look stored, long storedFirstRetrievedAt) {
    if (stored.compareTo(newest[sighting]) >= 0) {
      outdated.set(sighting);
    }
    boolean isSeenEarlier = firstRetrievedAt[sighting] < storedFirstRetrievedAt;
    if (!isSeenEarlier) {
      firstRetrievedAt[sighting] = storedFirstRetrievedAt;
    }
    return isSeenEarlier || !isOutdated(sighting);
  }

  /// Whether silver already has a row that is as new.
  boolean isOutdated(int sighting) {
    return outdated.get(sighting);
  }

  /// How many are not outdated.
  int news() {
    return size() - outdated.cardinality();
  }

  /// When the key was first seen, here or in silver, in microseconds.
  long firstRetrievedAt(int sighting) {
    return firstRetrievedAt[sighting];
  }

  /// Which row of the batch is the newest.
  int row(int sighting) {
    return rows[sighting];
  }

  /// The day of the partition to which the row belongs, in days since 1970; [#NO_DAY] in a table
  /// without partitions.
  int day(int sighting) {
    return days[sighting];
  }

  private long number(Object id) {
    return id instanceof Long number ? number : ordinal((String) id);
  }

  private int ordinal(String text) {
    if (text == null) {
      return -1;
    }
    Integer known = texts.get(text);
    if (known == null) {
      known = texts.size();
      texts.put(text, known);
    }
    return known;
  }

  private void grow() {
    if (size() > newest.length) {
      int length = KeyIndex.grown(newest.length);
      newest = Arrays.copyOf(newest, length);
      firstRetrievedAt = Arrays.copyOf(firstRetrievedAt, length);
      rows = Arrays.copyOf(rows, length);
      days = Arrays.copyOf(days, length);
    }
  }
}
