package dev.fedbytweets.tables.silver;

import java.time.Instant;
import java.util.Objects;

/// What the lake knows of a key beside the row that is being cleaned.
///
/// @param firstRetrievedAt when the key was first seen, not after the row
/// @param versions of edited posts
public record History(Instant firstRetrievedAt, EditChains versions) {

  public History {
    Objects.requireNonNull(firstRetrievedAt, "firstRetrievedAt");
    Objects.requireNonNull(versions, "versions");
  }
}
