package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// A number of seconds, given in the definition (`Seconds`) or found in the data (`SecondsPath`).
sealed interface Seconds {

  /// The most that Step Functions takes.
  int MOST = 99_999_999;

  /// @throws StateFailure `States.Runtime` if the data has no such number
  Duration read(JsonNode data, JsonNode context);

  /// As it stands in the definition.
  record Fixed(Duration duration) implements Seconds {

    @Override
    public Duration read(JsonNode data, JsonNode context) {
      return duration;
    }
  }

  /// What a path leads to: a whole number from 0 to [#MOST].
  record At(Path path) implements Seconds {

    @Override
    public Duration read(JsonNode data, JsonNode context) {
      JsonNode value = path.require("SecondsPath", data, context);
      if (!value.isIntegralNumber()
          || !value.canConvertToInt()
          || value.intValue() < 0
          || value.intValue() > MOST) {
        throw StateFailure.runtime(
            "SecondsPath: '%s' must lead to a whole number from 0 to %d"
                .formatted(path.text(), MOST));
      }
      return Duration.ofSeconds(value.intValue());
    }
  }
}
