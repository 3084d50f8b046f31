package dev.fedbytweets.togold.page;

import java.time.Duration;
import java.time.Instant;

/// Times as the model has them, ISO 8601 to the minute.
final class Minutes {

  private Minutes() {}

  static long between(String from, String to) {
    return Duration.between(Instant.parse(from), Instant.parse(to)).toMinutes();
  }
}
