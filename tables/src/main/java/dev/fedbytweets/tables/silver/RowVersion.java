package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// The columns of a row that [MergeRule] compares: when the row was retrieved, on which page, and
/// when its key was retrieved first. An incoming row starts with its own retrieval as the first.
/// Times are in microseconds since 1970.
///
/// To add a column to the rule: add it here, to the bronze and silver definitions, their records
/// and the cleanings; read it in [IncomingRows] and in [MergePlanner], next and skip; extend the
/// comparison of pages in [IncomingRows] and [LatestIncoming#version]; count up [MergeRule#NUMBER].
///
/// @param isTimeKnown whether `retrievedAt` is known, not estimated
/// @param firstRetrievedAt not after `retrievedAt`; estimated if `retrievedAt` is
record RowVersion(boolean isTimeKnown, long retrievedAt, String fileName, long firstRetrievedAt) {

  RowVersion {
    Objects.requireNonNull(fileName, "fileName");
  }

  static RowVersion incoming(boolean isTimeKnown, long retrievedAt, String fileName) {
    return new RowVersion(isTimeKnown, retrievedAt, fileName, retrievedAt);
  }
}
