package dev.fedbytweets.local.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.model.DataKind;

/// What other tools leave of fields that a post or user does not have: R writes an empty object
/// where a list has no elements, and `twarc2 flatten` where X did not send what it looked for.
final class EmptyFields {

  private EmptyFields() {}

  /// The kind of a row, by the names of its fields.
  static DataKind kind(ObjectNode json) {
    DataKind kind = DataKind.NOTHING;
    for (var names = json.fieldNames(); names.hasNext(); ) {
      kind = kind.withField(names.next());
    }
    return kind;
  }

  /// Removes fields that hold an object without fields, wherever they are.
  static void remove(JsonNode json) {
    json.forEach(EmptyFields::remove);
    if (json instanceof ObjectNode object) {
      object.removeIf(value -> value.isObject() && value.isEmpty());
    }
  }
}
