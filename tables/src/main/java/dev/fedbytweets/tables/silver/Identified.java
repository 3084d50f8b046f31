package dev.fedbytweets.tables.silver;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What cleaning makes of an [Identity].
public sealed interface Identified {

  /// A row that can be used.
  ///
  /// @param key not null
  /// @param day any time of the day whose partition the row belongs to; null in tables without
  ///     partitions
  /// @param versions identifiers of all versions of a post, the first version first; empty for
  ///     everything else
  record Usable(Key key, Instant day, List<Long> versions) implements Identified {

    public Usable {
      Objects.requireNonNull(key, "key");
      versions = List.copyOf(versions);
    }
  }

  /// A row that has to be set aside.
  ///
  /// @param reason for a person to read
  record Unusable(String reason) implements Identified {

    public Unusable {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
