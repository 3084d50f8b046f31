package dev.fedbytweets.tables.silver;

import java.util.Comparator;

/// The merge rule: what a row that comes in does to the row that stands for the same key.
///
/// - A row that is a result of its page wins over one that stands beside the results.
/// - Of two such rows, one whose retrieval time is known wins over one whose time is estimated.
/// - Of two such rows, the one retrieved later wins, with all its columns. If both were retrieved
///   at the same moment, the one on the page with the larger name wins. A page holds a key once, so
///   two rows never tie; a row that comes in again changes nothing.
/// - `first_retrieved_at` is the earliest retrieval of the key in a row of the winner's kind: among
///   results if there are any, with a known time if there are any.
///
/// A pure function. The winner is the maximum of a total order and the first retrieval a minimum,
/// so neither the order nor the grouping of rows makes a difference. A new rule has to stay a total
/// order. Bronze gives the incoming rows and silver the stored ones, so a row has to compare the
/// same before and after cleaning: a column of the rule passes through it unchanged, null too.
///
/// Nothing computes stored rows anew when the rule changes: count up [#NUMBER], and `./lake status`
/// asks for a rebuild of lakes that were merged under an older rule. The tests and benchmarks know
/// the rule too: WinningRow in the tests here, SilverDuckSql and MergeCheck in `bench`.
/// MergeRuleTest, MergeAlgebraTest and SilverTableTest hold it here, EditAlgebraTest and
/// DayAlgebraTest in `to-silver`; RandomPosts and RandomTweets have to make ties in a new column,
/// or nothing tests it.
final class MergeRule {

  /// Which rule this is. 1 knew no estimated times, 2 no rows beside the results.
  static final int NUMBER = 3;

  /// Results after what stands beside them, known times after estimated ones.
  private static final Comparator<RowVersion> KIND =
      Comparator.comparing(RowVersion::isResult).thenComparing(RowVersion::isTimeKnown);

  /// The larger row wins.
  private static final Comparator<RowVersion> ORDER =
      KIND.thenComparingLong(RowVersion::retrievedAt).thenComparing(RowVersion::fileName);

  private MergeRule() {}

  /// What happens to the row that stands.
  enum Decision {
    /// The incoming row takes its place, with [#firstRetrievedAt] of the two.
    REPLACE,

    /// It stays, but takes over the incoming row's `first_retrieved_at`, which is earlier.
    SEEN_EARLIER,

    /// It stays as it is.
    KEEP
  }

  /// @param incoming a row that comes in
  /// @param standing the row that stands for the same key: another one that came in, in
  ///     [LatestIncoming], a stored one in [MergePlanner]
  static Decision decide(RowVersion incoming, RowVersion standing) {
    if (ORDER.compare(incoming, standing) > 0) {
      return Decision.REPLACE;
    }
    return firstRetrievedAt(incoming, standing) < standing.firstRetrievedAt()
        ? Decision.SEEN_EARLIER
        : Decision.KEEP;
  }

  /// When a key was first retrieved, in microseconds since 1970, as far as two of its rows say.
  static long firstRetrievedAt(RowVersion incoming, RowVersion standing) {
    int kind = KIND.compare(incoming, standing);
    if (kind == 0) {
      return Math.min(incoming.firstRetrievedAt(), standing.firstRetrievedAt());
    }
    return kind > 0 ? incoming.firstRetrievedAt() : standing.firstRetrievedAt();
  }
}
