package dev.fedbytweets.tables;

import dev.fedbytweets.core.model.Tweet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The merge rule once more, the obvious way, for tests that compute what silver must hold.
public final class WinningRow {

  /// The last row wins.
  private static final Comparator<Tweet> ORDER =
      Comparator.comparing(Tweet::retrievedAtKnown)
          .thenComparing(Tweet::retrievedAt)
          .thenComparing(Tweet::fileName);

  private WinningRow() {}

  /// The row that silver keeps.
  ///
  /// @param rows of one key
  public static Tweet of(List<Tweet> rows) {
    return rows.stream().max(ORDER).orElseThrow();
  }

  /// When the key of the rows was first retrieved.
  ///
  /// @param rows of one key
  public static Instant firstRetrievedAt(List<Tweet> rows) {
    boolean isKnown = of(rows).retrievedAtKnown();
    return rows.stream()
        .filter(row -> row.retrievedAtKnown() == isKnown)
        .map(Tweet::retrievedAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
