package dev.fedbytweets.core.model;

import java.time.Duration;
import java.time.Instant;

/// The time that X's identifiers carry. X documents the layout (milliseconds since
/// 2010-11-04T01:42:54.657Z in the upper 41 bits); `created_at` is the same time cut to the
/// second.
public final class Snowflake {

  private static final long EPOCH_MILLIS = 1_288_834_974_657L;
  private static final int TIME_SHIFT = 22;

  /// Identifiers below this were given out one after another, before 2010-11-04, and carry no
  /// time.
  private static final long FIRST = 29_700_859_247L;

  private Snowflake() {}

  /// Whether the identifier carries the time at which it was given out.
  public static boolean carriesTime(long id) {
    return id >= FIRST;
  }

  /// When the identifier was given out, to the millisecond, UTC. Meaningless unless
  /// [#carriesTime(long)].
  public static Instant timeOf(long id) {
    return Instant.ofEpochMilli((id >> TIME_SHIFT) + EPOCH_MILLIS);
  }

  /// The identifier that was given out so much earlier, as far as identifiers reach back.
  public static long earlier(long id, Duration time) {
    return Math.max(0, id - (time.toMillis() << TIME_SHIFT));
  }

  /// The smallest identifier that could be given out at this time: every post of an earlier
  /// millisecond has a smaller one.
  ///
  /// @param time not before 2010-11-04T01:42:54.657Z
  public static long smallestAt(Instant time) {
    long millis = time.toEpochMilli() - EPOCH_MILLIS;
    if (millis < 0) {
      throw new IllegalArgumentException("no identifier carries the time " + time);
    }
    return millis << TIME_SHIFT;
  }
}
