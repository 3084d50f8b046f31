package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.storage.RateLimit;
import java.time.Instant;
import java.util.Objects;

/// A response of X.
///
/// @param status the HTTP status
/// @param body as X sent it, after its transfer is decompressed; the array is not copied
/// @param rateLimit not null
/// @param requestedAt when the request was sent
/// @param retrievedAt when the response had come whole
public record XResponse(
    int status, byte[] body, RateLimit rateLimit, Instant requestedAt, Instant retrievedAt) {

  public XResponse {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(rateLimit, "rateLimit");
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
