package dev.fedbytweets.gettweets;

import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Holder;
import dev.fedbytweets.gettweets.checkpoint.Lease;
import dev.fedbytweets.gettweets.checkpoint.MovingCheckpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A subject's checkpoint in the hands of one invocation: every move renews the lease, the last
/// one gives it back. Checkpoints that come in and go out have no lease in them.
final class HeldCheckpoint {

  private static final Lease NONE = null;

  private final MovingCheckpoint moving;
  private final Holder holder;
  private final Duration callTimeout;
  private final InstantSource clock;
  private boolean holding;

  HeldCheckpoint(
      MovingCheckpoint moving, Holder holder, Duration callTimeout, InstantSource clock) {
    this.moving = moving;
    this.holder = holder;
    this.callTimeout = callTimeout;
    this.clock = clock;
  }

  /// As it is stored.
  Checkpoint current() {
    return moving.current().with(NONE);
  }

  /// When the lease of another holder ends; empty if there is none.
  Optional<Instant> heldByOtherUntil() {
    return Optional.ofNullable(moving.current().lease())
        .filter(lease -> lease.keepsOut(holder, clock.instant()))
        .map(Lease::until);
  }

  /// Whether this invocation has, or may have, the lease.
  boolean holding() {
    return holding;
  }

  /// Whether the checkpoint is stored and the lease lasts for a call and what follows it.
  boolean isSafe(Checkpoint checkpoint) {
    Lease lease = moving.current().lease();
    return holding
        && current().equals(checkpoint)
        && clock.instant().plus(callTimeout.multipliedBy(3).dividedBy(2)).isBefore(lease.until());
  }

  /// Stores the checkpoint and takes or renews the lease: two calls to X long.
  void save(Checkpoint checkpoint) {
    holding = true;
    Instant until = clock.instant().plus(callTimeout.multipliedBy(2));
    moving.move(checkpoint.with(new Lease(holder, until)));
  }

  /// Stores the checkpoint and gives the lease back.
  void release(Checkpoint checkpoint) {
    moving.move(checkpoint.with(NONE));
    holding = false;
  }

  /// Gives the lease back after a failure, so that the next try can go on at once. If that fails
  /// too, the next try is told to wait until the lease ends.
  void releaseAfter(RuntimeException failure, Checkpoint checkpoint) {
    if (holding) {
      try {
        release(checkpoint);
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }
}
