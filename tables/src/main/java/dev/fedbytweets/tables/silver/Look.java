package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// When a row was seen, and on which page.
///
/// @param retrievedAt in microseconds since 1970
record Look(long retrievedAt, String fileName) implements Comparable<Look> {

  Look {
    Objects.requireNonNull(fileName, "fileName");
  }

  /// The newest look wins. Within one moment the page's key decides, so that the order in which
  /// rows come does not: a page holds a key once.
  @Override
  public int compareTo(Look other) {
    int byTime = Long.compare(retrievedAt, other.retrievedAt);
    return byTime == 0 ? fileName.compareTo(other.fileName) : byTime;
  }
}
