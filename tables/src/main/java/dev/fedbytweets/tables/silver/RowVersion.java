package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// The columns of a silver row that decide whether it stays: when the row was retrieved, on which
/// page, and when its key was retrieved first. A row that comes in is its key's first retrieval as
/// far as it knows. Times are in microseconds since 1970.
///
/// @param firstRetrievedAt not after `retrievedAt`
record RowVersion(long retrievedAt, String fileName, long firstRetrievedAt) {

  RowVersion {
    Objects.requireNonNull(fileName, "fileName");
  }

  static RowVersion incoming(long retrievedAt, String fileName) {
    return new RowVersion(retrievedAt, fileName, retrievedAt);
  }
}
