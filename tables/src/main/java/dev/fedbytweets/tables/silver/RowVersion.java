package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// The columns of a row that [MergeRule] compares: when the row was retrieved, on which page, and
/// when its key was retrieved first. An incoming row starts with its own retrieval as the first.
/// Times are in microseconds since 1970.
///
/// Another column for the rule is read in [IncomingRows] and [MergePlanner], and kept in
/// [LatestIncoming].
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
