package dev.fedbytweets.gettweets.doubles;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told otherwise. Safe for use by several threads.
public final class SettableClock implements InstantSource {

  private Instant now;
  private Duration tick = Duration.ZERO;

  public SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(tick);
    return now;
  }

  /// From now on moves by so much whenever it is looked at.
  public synchronized void tick(Duration duration) {
    tick = duration;
  }

  public synchronized void set(Instant time) {
    now = time;
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }
}
