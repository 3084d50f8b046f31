package dev.fedbytweets.tables.silver;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Which silver row a bronze row is about, if it can be used.
public sealed interface ResolvedKey {

  /// A row that can be used.
  ///
  /// @param key of the silver row
  /// @param partitionTime a time on the day of the silver row's partition; null in tables without
  ///     partitions
  /// @param relatedTimes times on other days where rows of this key, or rows of other keys that it
  ///     affects or is affected by, may be stored; empty in tables without partitions
  record Usable(Key key, Instant partitionTime, List<Instant> relatedTimes) implements ResolvedKey {

    public Usable {
      Objects.requireNonNull(key, "key");
      relatedTimes = List.copyOf(relatedTimes);
    }
  }

  /// A row that cannot be used: it goes to quarantine and is counted as rejected, of which the
  /// operators are told.
  ///
  /// @param reason for a person to read
  record Rejected(String reason) implements ResolvedKey {

    public Rejected {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
