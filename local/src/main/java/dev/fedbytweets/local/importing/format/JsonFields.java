package dev.fedbytweets.local.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads fields of objects whose types nobody promises, and sets those that are there.
final class JsonFields {

  private JsonFields() {}

  /// The first of these fields that is a text that is not blank, a number or a boolean, as text.
  static Optional<String> text(JsonNode json, String... names) {
    for (String name : names) {
      JsonNode value = json.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return Optional.of(value.asText());
      }
    }
    return Optional.empty();
  }

  /// A field that is an object with fields.
  static Optional<ObjectNode> object(JsonNode json, String name) {
    return json.path(name) instanceof ObjectNode object && !object.isEmpty()
        ? Optional.of(object)
        : Optional.empty();
  }

  /// The objects in a field that is a list; none if it is none.
  static Stream<ObjectNode> objects(JsonNode json, String name) {
    JsonNode list = json.path(name);
    return list.isArray()
        ? StreamSupport.stream(list.spliterator(), false)
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast)
        : Stream.empty();
  }

  /// Sets a text, if there is one.
  static void set(ObjectNode json, String name, Optional<String> text) {
    text.ifPresent(value -> json.put(name, value));
  }

  /// Copies a field under another name, if it is a number, or a text that is one.
  static void copyNumber(JsonNode from, String name, ObjectNode to, String newName) {
    text(from, name).flatMap(JsonFields::number).ifPresent(number -> to.put(newName, number));
  }

  /// Copies a field under another name, if it is a boolean.
  static void copyFlag(JsonNode from, String name, ObjectNode to, String newName) {
    if (from.path(name).isBoolean()) {
      to.put(newName, from.path(name).booleanValue());
    }
  }

  /// Sets an object or a list, unless it is empty.
  static void setUnlessEmpty(ObjectNode json, String name, JsonNode value) {
    if (!value.isEmpty()) {
      json.set(name, value);
    }
  }

  /// Sets a list of what a function makes of objects, unless there are none.
  static void setList(
      ObjectNode json,
      String name,
      Stream<ObjectNode> objects,
      Function<ObjectNode, ObjectNode> made) {
    var list = json.arrayNode();
    objects.map(made).forEach(list::add);
    setUnlessEmpty(json, name, list);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
