package dev.fedbytweets.xclient;

import dev.fedbytweets.core.storage.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A response of X.
///
/// @param status the HTTP status
/// @param body as X sent it, after its transfer is decompressed; the array is not copied
/// @param rateLimit not null
/// @param requestedAt when the request was sent
/// @param retrievedAt when the response had come whole
/// @param date X's time when it answered, to the second; null if it does not say
public record XResponse(
    int status,
    byte[] body,
    RateLimit rateLimit,
    Instant requestedAt,
    Instant retrievedAt,
    @Nullable Instant date) {

  public XResponse {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(rateLimit, "rateLimit");
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }

  /// How far the clock that measured the request's times is ahead of X's, negative if it is behind;
  /// zero if X answered between the two, or does not say when.
  public Duration clockAhead() {
    if (date == null) {
      return Duration.ZERO;
    }
    if (date.plusSeconds(1).isBefore(requestedAt)) {
      return Duration.between(date, requestedAt);
    }
    return date.isAfter(retrievedAt) ? Duration.between(date, retrievedAt) : Duration.ZERO;
  }

  /// With its times on a clock that is so much behind.
  public XResponse earlier(Duration time) {
    return new XResponse(
        status, body, rateLimit, requestedAt.minus(time), retrievedAt.minus(time), date);
  }
}
