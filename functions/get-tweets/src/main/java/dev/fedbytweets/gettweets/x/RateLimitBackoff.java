package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.storage.RateLimit;
import java.time.Duration;
import java.time.Instant;

/// When X may be asked again. Never at once and never in the past.
public final class RateLimitBackoff {

  private static final Duration RESET_MARGIN = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// X has windows of 15 minutes and of a day. What lies beyond is no time that X meant.
  private static final Duration FARTHEST_RESET = Duration.ofHours(25);

  private static final int MOST_DOUBLINGS = 16;

  private RateLimitBackoff() {}

  /// After X refused a request with 429: until its window ends; if X does not say when, longer
  /// each time. Requests left in the window mean the rule of one request a second, and a short
  /// pause.
  ///
  /// @param before how often X has already refused in a row
  public static Instant afterRefusal(RateLimit limit, int before, Instant now) {
    if (limit.remaining() != null && limit.remaining() > 0) {
      return now.plus(doubled(SHORT, before));
    }
    return afterLastRequest(limit, before, now);
  }

  /// After the last request that the rate limit allows: until its window ends.
  ///
  /// @param before how often X has already refused in a row
  public static Instant afterLastRequest(RateLimit limit, int before, Instant now) {
    Instant reset = limit.reset();
    return reset != null && reset.isAfter(now) && reset.isBefore(now.plus(FARTHEST_RESET))
        ? reset.plus(RESET_MARGIN)
        : now.plus(doubled(LONG, before));
  }

  private static Duration doubled(Duration pause, int times) {
    Duration doubled = pause.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
