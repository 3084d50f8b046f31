package dev.fedbytweets.xstandin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// The time by which the stand-in lives: another clock's until it is set, then the time it was
/// set to. Safe for use by several threads.
final class StandInClock implements InstantSource {

  private InstantSource source;
  private Duration ahead = Duration.ZERO;

  StandInClock(InstantSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  @Override
  public synchronized Instant instant() {
    return source.instant().plus(ahead);
  }

  synchronized void set(Instant time) {
    source = InstantSource.fixed(time);
    ahead = Duration.ZERO;
  }

  synchronized void advance(Duration span) {
    ahead = ahead.plus(span);
  }
}
