package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;

/// `InputPath` and `OutputPath`: which part of its data a state takes or passes on.
sealed interface Selection {

  /// The default.
  Selection ALL = new At("", Path.parse("$"));

  /// @throws StateFailure `States.Runtime` if the path leads to nothing
  JsonNode from(JsonNode data, JsonNode context);

  /// The part at a path. `field` is the name of the state's field, for messages.
  record At(String field, Path path) implements Selection {

    @Override
    public JsonNode from(JsonNode data, JsonNode context) {
      return path.require(field, data, context);
    }
  }

  /// `null` in the definition: an empty object, whatever the data.
  record Nothing() implements Selection {

    @Override
    public JsonNode from(JsonNode data, JsonNode context) {
      return Json.newObject();
    }
  }
}
