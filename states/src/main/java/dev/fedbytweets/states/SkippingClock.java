package dev.fedbytweets.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// A clock that jumps ahead instead of waiting. Between jumps it runs like the clock that it was
/// made from. Several threads may share it.
public final class SkippingClock implements Waiter, InstantSource {

  private final InstantSource clock;
  private Duration skipped = Duration.ZERO;

  /// @param clock gives the time before the first jump, and its pace
  public SkippingClock(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public synchronized Instant instant() {
    return clock.instant().plus(skipped);
  }

  /// Jumps ahead to the time; does nothing if it has passed.
  @Override
  public synchronized void waitUntil(Instant time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting until " + time);
    }
    Duration left = Duration.between(instant(), time);
    if (left.isPositive()) {
      skipped = skipped.plus(left);
    }
  }
}
