package dev.fedbytweets.tables;

import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.core.model.Tweet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The merge rule once more, the obvious way, for tests that compute what silver must hold.
public final class WinningRow {

  /// The last row wins.
  private static final Comparator<Tweet> ORDER =
      Comparator.comparing(WinningRow::isResult)
          .thenComparing(Tweet::retrievedAtKnown)
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
    Tweet winner = of(rows);
    return rows.stream()
        .filter(row -> isResult(row) == isResult(winner))
        .filter(row -> row.retrievedAtKnown().equals(winner.retrievedAtKnown()))
        .map(Tweet::retrievedAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static boolean isResult(Tweet row) {
    return row.foundAs().equals(FoundAs.RESULT.columnValue());
  }
}
