package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// The columns of a row that [MergeRule] compares: when the row was retrieved, on which page, and
/// when its key was retrieved first. An incoming row starts with its own retrieval as the first.
/// Times are in microseconds since 1970.
///
/// To add a column to the rule:
///
/// 1. If bronze and silver do not have it under one name, add it to both definitions, their records
///    and the cleanings. Columns that differ by table are named by the [Cleaning].
/// 2. Add it here, and count up [MergeRule#NUMBER].
/// 3. Read it in [IncomingRows], for rejected rows too, and in [MergePlanner], in `next` and
///    `skip`.
/// 4. Compare it where [IncomingRows] reuses the version of a page's rows, and hand it on in
///    [LatestIncoming#version].
/// 5. A reader gives each column once: name it in [Cleaning#keys] and [CrossKeyFlag#storedRows].
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
