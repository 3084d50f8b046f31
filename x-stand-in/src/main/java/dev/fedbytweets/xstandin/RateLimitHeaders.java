package dev.fedbytweets.xstandin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the headers that tell a client how many requests it has left.
final class RateLimitHeaders {

  private static final String LIMIT = "x-rate-limit-limit";
  private static final String REMAINING = "x-rate-limit-remaining";
  private static final String RESET = "x-rate-limit-reset";
  private static final Duration LONG_OVER = Duration.ofMinutes(2);

  private RateLimitHeaders() {}

  static Map<String, String> of(RateLimiter.Decision decision) {
    return headers(decision, decision.remaining(), decision.reset());
  }

  static Map<String, String> of(
      Fault.RateHeaders headers, RateLimiter.Decision decision, Instant now) {
    return switch (headers) {
      case AS_COUNTED -> of(decision);
      case EXHAUSTED -> headers(decision, 0, decision.reset());
      case RESET_IN_THE_PAST -> headers(decision, 0, now.minus(LONG_OVER));
      case WITHOUT_RESET -> {
        Map<String, String> all = headers(decision, 0, now);
        all.remove(RESET);
        yield all;
      }
    };
  }

  private static Map<String, String> headers(
      RateLimiter.Decision decision, int remaining, Instant reset) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(LIMIT, Integer.toString(decision.limit()));
    headers.put(REMAINING, Integer.toString(remaining));
    headers.put(RESET, Long.toString(reset.getEpochSecond()));
    return headers;
  }
}
