package dev.fedbytweets.tables.silver;

/// The merge rule: what a row that comes in does to the row that stands for the same key.
///
/// - A row whose retrieval time is known wins over one whose time is estimated.
/// - Of two such rows, the one retrieved later wins, with all its columns. If both were retrieved
///   at the same moment, the one on the page with the larger name wins. A page holds a key once, so
///   two rows never tie; a row that comes in again changes nothing.
/// - `first_retrieved_at` is the earliest known retrieval of the key, whichever row wins; the
///   earliest estimate if none is known.
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

  /// Which rule this is. 1 knew no estimated times.
  static final int NUMBER = 2;

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
    if (isNewer(incoming, standing)) {
      return Decision.REPLACE;
    }
    return firstRetrievedAt(incoming, standing) < standing.firstRetrievedAt()
        ? Decision.SEEN_EARLIER
        : Decision.KEEP;
  }

  /// When a key was first retrieved, in microseconds since 1970, as far as two of its rows say.
  static long firstRetrievedAt(RowVersion incoming, RowVersion standing) {
    if (incoming.isTimeKnown() != standing.isTimeKnown()) {
      return incoming.isTimeKnown() ? incoming.firstRetrievedAt() : standing.firstRetrievedAt();
    }
    return Math.min(incoming.firstRetrievedAt(), standing.firstRetrievedAt());
  }

  private static boolean isNewer(RowVersion row, RowVersion other) {
    if (row.isTimeKnown() != other.isTimeKnown()) {
      return row.isTimeKnown();
    }
    return row.retrievedAt() == other.retrievedAt()
        ? row.fileName().compareTo(other.fileName()) > 0
        : row.retrievedAt() > other.retrievedAt();
  }
}
