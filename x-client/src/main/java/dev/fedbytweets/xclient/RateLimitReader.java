package dev.fedbytweets.xclient;

import dev.fedbytweets.core.storage.RateLimit;
import java.time.DateTimeException;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Reads the rate limit in the headers of a response: `x-rate-limit-limit`,
/// `x-rate-limit-remaining` and, in Unix seconds, `x-rate-limit-reset`. What is missing or no
/// number is null.
public final class RateLimitReader {

  private RateLimitReader() {}

  public static RateLimit read(Response response) {
    return new RateLimit(
        count(response.header("x-rate-limit-limit")),
        count(response.header("x-rate-limit-remaining")),
        time(response.header("x-rate-limit-reset")));
  }

  private static @Nullable Integer count(@Nullable String header) {
    try {
      return header == null ? null : Integer.valueOf(header.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Instant time(@Nullable String header) {
    try {
      return header == null ? null : Instant.ofEpochSecond(Long.parseLong(header.strip()));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }
}
