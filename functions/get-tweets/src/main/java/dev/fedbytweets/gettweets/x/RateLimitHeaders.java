package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.storage.RateLimit;
import java.time.DateTimeException;
import java.time.Instant;
import okhttp3.Response;

/// Reads what X says about the rate limit: `x-rate-limit-limit`, `x-rate-limit-remaining` and, in
/// Unix seconds, `x-rate-limit-reset`. What is missing or no number is null.
final class RateLimitHeaders {

  private RateLimitHeaders() {}

  static RateLimit of(Response response) {
    return new RateLimit(
        count(response.header("x-rate-limit-limit")),
        count(response.header("x-rate-limit-remaining")),
        time(response.header("x-rate-limit-reset")));
  }

  private static Integer count(String header) {
    try {
      return header == null ? null : Integer.valueOf(header.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Instant time(String header) {
    try {
      return header == null ? null : Instant.ofEpochSecond(Long.parseLong(header.strip()));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }
}
