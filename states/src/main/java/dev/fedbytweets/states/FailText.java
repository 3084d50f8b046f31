package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;

/// `Error`, `ErrorPath`, `Cause` and `CausePath` of a Fail state.
sealed interface FailText {

  /// Null if the definition gives none.
  ///
  /// @throws StateFailure `States.Runtime` if what is there is no string
  String read(JsonNode data, JsonNode context);

  /// Not given.
  record None() implements FailText {

    @Override
    public String read(JsonNode data, JsonNode context) {
      return null;
    }
  }

  /// As it stands in the definition.
  record Fixed(String text) implements FailText {

    @Override
    public String read(JsonNode data, JsonNode context) {
      return text;
    }
  }

  /// A reference path, or a call of an intrinsic function.
  record Computed(String field, Expression expression) implements FailText {

    @Override
    public String read(JsonNode data, JsonNode context) {
      JsonNode value = expression.evaluate(data, context);
      if (!value.isTextual()) {
        throw StateFailure.runtime("%s must lead to a string".formatted(field));
      }
      return value.textValue();
    }
  }
}
