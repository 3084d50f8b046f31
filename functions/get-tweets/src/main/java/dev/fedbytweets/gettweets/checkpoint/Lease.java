package dev.fedbytweets.gettweets.checkpoint;

import java.time.Instant;
import java.util.Objects;

/// Keeps other holders from collecting the same subject for a while.
///
/// @param holder the one that collects
/// @param until when the lease ends by itself
public record Lease(LeaseHolder holder, Instant until) {

  public Lease {
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(until, "until");
  }

  /// Whether this keeps a holder from collecting at a time.
  public boolean keepsOut(LeaseHolder other, Instant now) {
    return !holder.equals(other) && now.isBefore(until);
  }
}
