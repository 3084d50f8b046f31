package dev.fedbytweets.contracts.forgotten;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value of a JSON text, and where its bytes are.
///
/// @param name of the field that it is the value of, else that of the array that it is in; empty at
///     the top
/// @param kind what begins it
/// @param from where it begins; of a field's value, where the field's name does
/// @param value where the value itself begins
/// @param end after its last byte
/// @param text of a text or number, else empty
/// @param parts of an object or array
record JsonPart(
    String name, JsonToken kind, int from, int value, int end, String text, List<JsonPart> parts) {

  /// Reads the value that a parser stands before.
  ///
  /// @return empty at the end
  static Optional<JsonPart> read(JsonParser json) throws IOException {
    return json.nextToken() == null ? Optional.empty() : Optional.of(read(json, "", start(json)));
  }

  private static JsonPart read(JsonParser json, String name, int from) throws IOException {
    JsonToken kind = json.currentToken();
    int value = start(json);
    List<JsonPart> parts = new ArrayList<>();
    String text = "";
    if (kind == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        int start = start(json);
        String field = json.currentName();
        json.nextToken();
        parts.add(read(json, field, start));
      }
    } else if (kind == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        parts.add(read(json, name, start(json)));
      }
    } else if (kind == JsonToken.VALUE_STRING || kind.isNumeric()) {
      text = json.getText();
    }
    json.finishToken();
    return new JsonPart(name, kind, from, value, end(json), text, parts);
  }

  private static int start(JsonParser json) {
    return Math.toIntExact(json.currentTokenLocation().getByteOffset());
  }

  private static int end(JsonParser json) {
    return Math.toIntExact(json.currentLocation().getByteOffset());
  }

  boolean isObject() {
    return kind == JsonToken.START_OBJECT;
  }

  boolean isArray() {
    return kind == JsonToken.START_ARRAY;
  }

  boolean isText() {
    return kind == JsonToken.VALUE_STRING;
  }

  boolean isNumber() {
    return kind.isNumeric();
  }

  /// A field's value.
  Optional<JsonPart> field(String wanted) {
    return parts.stream().filter(part -> part.name().equals(wanted)).findFirst();
  }

  /// The text or number of the first of some fields that has one; empty if none has.
  String textOf(String... wanted) {
    for (String field : wanted) {
      String found = field(field).map(JsonPart::text).orElse("");
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
