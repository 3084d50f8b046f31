package dev.fedbytweets.local.cli;

import java.time.Duration;

/// How long a piece of work will still take, if it goes on as it did so far.
final class Pace {

  /// Before that nothing can be said.
  private static final Duration LEAST = Duration.ofSeconds(3);

  private static final int SECONDS_IN_A_MINUTE = 60;
  private static final int MINUTES_IN_AN_HOUR = 60;

  private final long started;

  /// @param nanos when the work begins, as [System#nanoTime()]
  Pace(long nanos) {
    this.started = nanos;
  }

  /// `, 3 min left`; empty if it cannot be said.
  ///
  /// @param done how much is done since the beginning
  /// @param left how much is to be done
  /// @param nanos now, as [System#nanoTime()]
  String left(long done, long left, long nanos) {
    Duration elapsed = Duration.ofNanos(nanos - started);
    if (done <= 0 || left <= 0 || elapsed.compareTo(LEAST) < 0) {
      return "";
    }
    long seconds = Math.round(elapsed.toMillis() / 1000.0 * left / done);
    return ", " + words(seconds) + " left";
  }

  private static String words(long seconds) {
    if (seconds < SECONDS_IN_A_MINUTE) {
      return Math.max(1, seconds) + " s";
    }
    long minutes = Math.ceilDiv(seconds, SECONDS_IN_A_MINUTE);
    return minutes < MINUTES_IN_AN_HOUR
        ? minutes + " min"
        : "%d h %d min".formatted(minutes / MINUTES_IN_AN_HOUR, minutes % MINUTES_IN_AN_HOUR);
  }
}
