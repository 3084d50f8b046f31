package dev.fedbytweets.tables.silver;

import java.time.Instant;

/// The newest look at a key among the bronze rows of a merge, and where that row stands.
final class Sighting {

  private Instant retrievedAt;
  private String fileName;
  private Instant firstRetrievedAt;
  private int file;
  private int row;
  private final Instant day;
  private boolean outdated;

  Sighting(Identity identity, int file, int row, Instant day) {
    this.day = day;
    this.firstRetrievedAt = identity.retrievedAt();
    take(identity, file, row);
  }

  /// Another look at the same key.
  void add(Identity identity, int otherFile, int otherRow) {
    if (identity.retrievedAt().isBefore(firstRetrievedAt)) {
      firstRetrievedAt = identity.retrievedAt();
    }
    if (compare(identity.retrievedAt(), identity.fileName(), retrievedAt, fileName) > 0) {
      take(identity, otherFile, otherRow);
    }
  }

  /// The row that silver has for the same key.
  ///
  /// @return whether silver's row has to change
  boolean meet(Stored stored) {
    outdated = compare(stored.retrievedAt(), stored.fileName(), retrievedAt, fileName) >= 0;
    boolean seenEarlier = firstRetrievedAt.isBefore(stored.firstRetrievedAt());
    if (!seenEarlier) {
      firstRetrievedAt = stored.firstRetrievedAt();
    }
    return !outdated || seenEarlier;
  }

  /// Whether silver already has a row that is as new.
  boolean isOutdated() {
    return outdated;
  }

  /// When the key was first seen, here or in silver.
  Instant firstRetrievedAt() {
    return firstRetrievedAt;
  }

  /// Which of the bronze files holds the row.
  int file() {
    return file;
  }

  /// Which row of the file it is, from 0.
  int row() {
    return row;
  }

  /// A time of the day whose partition the row belongs to, or null.
  Instant day() {
    return day;
  }

  private void take(Identity identity, int newFile, int newRow) {
    retrievedAt = identity.retrievedAt();
    fileName = identity.fileName();
    file = newFile;
    row = newRow;
  }

  /// The newest look wins. Within one moment the page's key decides, so that the order in which
  /// rows come does not: a page holds a key once.
  private static int compare(Instant time, String name, Instant otherTime, String otherName) {
    int byTime = time.compareTo(otherTime);
    return byTime == 0 ? name.compareTo(otherName) : byTime;
  }
}
