package dev.fedbytweets.tables.silver;

/// The merge rule: what a row that comes in does to the row that stands for the same key.
///
/// - The row retrieved later wins, with all its columns. If both were retrieved at the same moment,
///   the one on the page with the larger name wins. A page holds a key once, so two rows never tie;
///   a row that comes in again changes nothing.
/// - `first_retrieved_at` is the earliest retrieval of the key, whichever row wins.
///
/// A pure function. The winner is the maximum of a total order and the first retrieval a minimum,
/// so neither the order nor the grouping of rows makes a difference. A new rule has to stay a total
/// order. Stored rows know nothing of a new rule: silver is made anew after a change.
final class MergeRule {

  private MergeRule() {}

  /// What happens to the row that stands.
  enum Decision {
    /// The incoming row takes its place, with the earlier `first_retrieved_at` of the two.
    REPLACE,

    /// It stays, but takes over the incoming row's `first_retrieved_at`, which is earlier.
    SEEN_EARLIER,

    /// It stays as it is.
    KEEP
  }

  /// @param incoming a row that comes in
  /// @param stored the row that stands for the same key
  static Decision decide(RowVersion incoming, RowVersion stored) {
    if (isNewer(incoming, stored)) {
      return Decision.REPLACE;
    }
    return incoming.firstRetrievedAt() < stored.firstRetrievedAt()
        ? Decision.SEEN_EARLIER
        : Decision.KEEP;
  }

  /// When a key was first retrieved, in microseconds since 1970, as far as two of its rows say.
  static long firstRetrievedAt(RowVersion incoming, RowVersion stored) {
    return Math.min(incoming.firstRetrievedAt(), stored.firstRetrievedAt());
  }

  private static boolean isNewer(RowVersion row, RowVersion other) {
    return row.retrievedAt() == other.retrievedAt()
        ? row.fileName().compareTo(other.fileName()) > 0
        : row.retrievedAt() > other.retrievedAt();
  }
}
