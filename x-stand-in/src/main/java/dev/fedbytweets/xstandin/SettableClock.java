package dev.fedbytweets.xstandin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// A clock that shows another clock's time until it is set; from then on it stands still unless it
/// is advanced or made to tick. Safe for use by several threads.
public final class SettableClock implements InstantSource {

  private InstantSource source;
  private Duration ahead = Duration.ZERO;
  private Duration tick = Duration.ZERO;

  public SettableClock(InstantSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /// A clock that stands still at this time.
  public SettableClock(Instant time) {
    this(InstantSource.fixed(time));
  }

  @Override
  public synchronized Instant instant() {
    ahead = ahead.plus(tick);
    return source.instant().plus(ahead);
  }

  /// From now on it is this time, until it is set or advanced again.
  public synchronized void set(Instant time) {
    source = InstantSource.fixed(time);
    ahead = Duration.ZERO;
  }

  /// From now on it is so much later.
  ///
  /// @param span not negative
  public synchronized void advance(Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException("time cannot be advanced by " + span);
    }
    ahead = ahead.plus(span);
  }

  /// From now on it moves by so much whenever it is looked at.
  public synchronized void tick(Duration span) {
    tick = span;
  }
}
