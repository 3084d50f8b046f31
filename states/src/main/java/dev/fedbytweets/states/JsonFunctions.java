package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Intrinsic functions on JSON.
final class JsonFunctions {

  private JsonFunctions() {}

  /// Only one level deep: Step Functions refuses the deep merge of the specification, so it is
  /// refused here too.
  static JsonNode merge(Arguments arguments) {
    if (!arguments.any(2).isBoolean() || arguments.any(2).booleanValue()) {
      throw arguments.wrongKind(2, "false: Step Functions does not merge deeply");
    }
    ObjectNode merged = Json.newObject();
    merged.setAll(arguments.object(0));
    merged.setAll(arguments.object(1));
    return merged;
  }

  static JsonNode fromText(Arguments arguments) {
    try {
      JsonNode value = Json.parse(arguments.text(0));
      if (value.isMissingNode()) {
        throw arguments.wrongKind(0, "JSON");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw arguments.wrongKind(0, "JSON");
    }
  }

  static JsonNode toText(Arguments arguments) {
    return Json.ofText(Json.text(arguments.any(0)));
  }
}
