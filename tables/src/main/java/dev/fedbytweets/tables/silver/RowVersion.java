package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// The columns of a row that [MergeRule] compares: how its page holds it, when the row was
/// retrieved, on which page, and when its key was retrieved first. An incoming row starts with its
/// own retrieval as the first. Times are in microseconds since 1970.
///
/// To add a column to the rule:
///
/// 1. If bronze and silver do not have it under one name, add it to both definitions, their records
///    and the cleanings.
/// 2. Add it here, compare it in [MergeRule], and count up [MergeRule#NUMBER].
/// 3. Read it in [VersionColumns], in `next` and in `skip`. There it is read in every table that
///    has a column of this name, and is null in the others: users have a `like_count` too.
/// 4. A reader gives each column once: what is read there, [Cleaning#keys] and
///    [CrossKeyFlag#storedRows] do not read again.
///
/// Versions of an increment stay in memory, one or two for all rows of a page. A column whose
/// values differ within a page does not belong here but into an array of [LatestIncoming], as
/// `first_retrieved_at` has one.
///
/// @param isResult whether the row is a result of its page or stands beside the results; true in
///     tables that do not tell
/// @param isTimeKnown whether `retrievedAt` is known, not estimated
/// @param firstRetrievedAt not after `retrievedAt`; estimated if `retrievedAt` is
record RowVersion(
    boolean isResult,
    boolean isTimeKnown,
    long retrievedAt,
    String fileName,
    long firstRetrievedAt) {

  RowVersion {
    Objects.requireNonNull(fileName, "fileName");
  }

  static RowVersion incoming(
      boolean isResult, boolean isTimeKnown, long retrievedAt, String fileName) {
    return new RowVersion(isResult, isTimeKnown, retrievedAt, fileName, retrievedAt);
  }

  /// With another first retrieval of its key.
  RowVersion withFirstRetrievedAt(long micros) {
    return new RowVersion(isResult, isTimeKnown, retrievedAt, fileName, micros);
  }
}
