package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// Until when a Wait state waits.
sealed interface WaitTime {

  /// @throws StateFailure `States.Runtime` if the data does not say
  Instant until(Instant now, JsonNode data, JsonNode context);

  /// `Seconds` or `SecondsPath`.
  record For(Seconds seconds) implements WaitTime {

    @Override
    public Instant until(Instant now, JsonNode data, JsonNode context) {
      return now.plus(seconds.read(data, context));
    }
  }

  /// `Timestamp`.
  record Until(Instant time) implements WaitTime {

    @Override
    public Instant until(Instant now, JsonNode data, JsonNode context) {
      return time;
    }
  }

  /// `TimestampPath`.
  record UntilAt(Path path) implements WaitTime {

    @Override
    public Instant until(Instant now, JsonNode data, JsonNode context) {
      return Timestamps.read(path.require("TimestampPath", data, context))
          .orElseThrow(
              () ->
                  StateFailure.runtime(
                      "TimestampPath: '%s' must lead to a time such as 2026-11-21T10:15:05Z"
                          .formatted(path.text())));
    }
  }
}
