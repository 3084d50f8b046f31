package dev.fedbytweets.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// A clock that jumps instead of waiting: whoever waits until a time finds that it is that time.
/// Between jumps it goes like the clock it was made from. Good for many threads, which share the
/// time.
public final class SkippingTime implements Waiter, InstantSource {

  private final InstantSource clock;
  private Duration skipped = Duration.ZERO;

  /// @param clock what the time is before the first jump, and how it goes on
  public SkippingTime(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public synchronized Instant instant() {
    return clock.instant().plus(skipped);
  }

  /// Jumps ahead to the time, or does nothing if it is later already.
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
