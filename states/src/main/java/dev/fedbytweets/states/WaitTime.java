package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// The time until which a Wait state waits.
sealed interface WaitTime {

  /// The States Language takes RFC 3339 with a capital `T`, and a capital `Z` where there is no
  /// numeric offset.
  Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  /// @throws StateFailure `States.Runtime` if the data holds no time
  Instant until(Instant now, JsonNode data, JsonNode context);

  /// `Seconds`.
  record For(Duration duration) implements WaitTime {

    @Override
    public Instant until(Instant now, JsonNode data, JsonNode context) {
      return now.plus(duration);
    }
  }

  /// `TimestampPath`.
  record Until(Path path) implements WaitTime {

    @Override
    public Instant until(Instant now, JsonNode data, JsonNode context) {
      JsonNode value = path.require("TimestampPath", data, context);
      return time(value.asText())
          .orElseThrow(
              () ->
                  StateFailure.runtime(
                      "TimestampPath: '%s' must lead to a time such as 2026-11-21T10:15:05Z"
                          .formatted(path.text())));
    }

    private static Optional<Instant> time(String text) {
      try {
        return TIMESTAMP.matcher(text).matches()
            ? Optional.of(OffsetDateTime.parse(text).toInstant())
            : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
