package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.failure.RejectedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// An object of a definition, read field by field. It remembers which fields were read, so that the
/// others can be refused; every refusal names the place in the definition and the field.
final class Fields {

  /// The largest number of seconds that Step Functions takes.
  static final int MOST_SECONDS = 99_999_999;

  private final String where;
  private final ObjectNode node;
  private final Set<String> known = new HashSet<>();

  private Fields(String where, ObjectNode node) {
    this.where = where;
    this.node = node;
  }

  /// @param where the place in the definition, as messages name it: `state 'GetTweets', Retry[0]`
  /// @throws RejectedException if the definition has no object there
  static Fields of(String where, JsonNode definition) {
    if (!(definition instanceof ObjectNode object)) {
      throw new RejectedException("%s: must be a JSON object".formatted(where));
    }
    Fields fields = new Fields(where, object);
    fields.text("Comment");
    return fields;
  }

  boolean has(String name) {
    return node.has(name);
  }

  /// The field's value, a JSON null included.
  Optional<JsonNode> value(String name) {
    known.add(name);
    return Optional.ofNullable(node.get(name));
  }

  JsonNode requiredValue(String name) {
    return value(name).orElseThrow(() -> refuse(name, "is missing"));
  }

  Optional<String> text(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw refuse(name, "must be a string");
              }
              return value.textValue();
            });
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> refuse(name, "is missing"));
  }

  /// A string, parsed by a function that throws [IllegalArgumentException] to refuse it.
  <T> Optional<T> text(String name, Function<String, T> parser) {
    return text(name).map(text -> parse(name, () -> parser.apply(text)));
  }

  OptionalInt wholeNumber(String name, int fewest, int most) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode number = value.get();
    if (!number.isIntegralNumber()
        || !number.canConvertToInt()
        || number.intValue() < fewest
        || number.intValue() > most) {
      throw refuse(name, "must be a whole number from %d to %d".formatted(fewest, most));
    }
    return OptionalInt.of(number.intValue());
  }

  boolean isTrue(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw refuse(name, "must be true or false");
    }
    return value.isPresent() && value.get().booleanValue();
  }

  /// A JSON value, parsed by a function that throws [IllegalArgumentException] to refuse it.
  <T> Optional<T> value(String name, Function<JsonNode, T> parser) {
    return value(name).map(value -> parse(name, () -> parser.apply(value)));
  }

  Fields object(String name) {
    return of("%s, %s".formatted(where, name), requiredValue(name));
  }

  /// The objects of an array; none if the field is missing.
  List<Fields> objects(String name) {
    JsonNode array = value(name).orElseGet(Json::newArray);
    if (!array.isArray()) {
      throw refuse(name, "must be an array");
    }
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : array) {
      objects.add(of("%s, %s[%d]".formatted(where, name, objects.size()), element));
    }
    return objects;
  }

  List<Fields> requiredObjects(String name) {
    List<Fields> objects = objects(name);
    if (objects.isEmpty()) {
      throw refuse(name, "must be an array with at least one element");
    }
    return objects;
  }

  private <T> T parse(String name, Supplier<T> parsed) {
    try {
      return parsed.get();
    } catch (IllegalArgumentException e) {
      throw new RejectedException("%s: '%s': %s".formatted(where, name, e.getMessage()), e);
    }
  }

  /// Refuses every value but one, if the field is present.
  void requireIfGiven(String name, String only) {
    Optional<String> given = text(name);
    if (given.isPresent() && !given.get().equals(only)) {
      throw refuse(name, "is '%s', and only '%s' is known".formatted(given.get(), only));
    }
  }

  /// Refuses two fields that exclude each other.
  void excludeEachOther(String one, String other) {
    if (has(one) && has(other)) {
      throw refuse(one, "must not stand beside '%s'".formatted(other));
    }
  }

  /// @throws RejectedException if there is a field that was not read
  void refuseOthers() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw refuse(name, "is not known here");
              }
            });
  }

  /// The exception for a field that is refused.
  RejectedException refuse(String name, String why) {
    return new RejectedException("%s: '%s' %s".formatted(where, name, why));
  }

  /// The exception for the object as a whole.
  RejectedException refuse(String why) {
    return new RejectedException("%s: %s".formatted(where, why));
  }
}
