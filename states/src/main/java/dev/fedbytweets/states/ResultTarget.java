package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;

/// `ResultPath`: where a state's result goes within its input.
sealed interface ResultTarget {

  /// The default: the result replaces the input.
  ResultTarget REPLACE = new At(ReferencePath.parse("$"));

  /// The state's input together with its result.
  ///
  /// @throws StateFailure `States.ResultPathMatchFailure` if the input has no such place
  JsonNode combine(JsonNode rawInput, JsonNode result);

  /// Into the input, at a place.
  record At(ReferencePath place) implements ResultTarget {

    @Override
    public JsonNode combine(JsonNode rawInput, JsonNode result) {
      return place.place(rawInput, result);
    }
  }

  /// `null` in the definition: the result is dropped, and the input passed on.
  record Discard() implements ResultTarget {

    @Override
    public JsonNode combine(JsonNode rawInput, JsonNode result) {
      return rawInput;
    }
  }
}
