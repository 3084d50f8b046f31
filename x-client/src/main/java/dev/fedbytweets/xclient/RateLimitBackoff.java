package dev.fedbytweets.xclient;

import dev.fedbytweets.core.storage.RateLimit;
import java.time.Duration;
import java.time.Instant;

/// When X may be asked again: never at once and never in the past.
public final class RateLimitBackoff {

  private static final Duration RESET_MARGIN = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// X's rate limits reset within 15 minutes or a day. A later time is not one that X meant.
  private static final Duration FARTHEST_RESET = Duration.ofHours(25);

  private static final int MOST_DOUBLINGS = 16;

  private RateLimitBackoff() {}

  /// After X refused a request with 429: when its rate limit resets; if X does not say when, later
  /// each time. If requests are left, X refused for its rule of one request a second, and the
  /// pause is short.
  ///
  /// @param before how often X has already refused in a row
  public static Instant afterRefusal(RateLimit limit, int before, Instant now) {
    if (limit.remaining() != null && limit.remaining() > 0) {
      return now.plus(doubled(SHORT, before));
    }
    return afterLastRequest(limit, before, now);
  }

  /// After the last request that the rate limit allows: when it resets.
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
