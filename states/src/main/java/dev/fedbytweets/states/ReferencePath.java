package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path that names exactly one place in a state's data, and can put a value there:
/// `$.collected`, `$['a b'].c[0]`.
///
/// @param text as written in the definition
/// @param steps from the root to the place; none for the root itself
record ReferencePath(String text, List<Step> steps) {

  /// One step down.
  sealed interface Step {

    record Field(String name) implements Step {}

    record Position(int index) implements Step {}
  }

  private static final String DOTTED = "\\.(?<name>[^\\s.,:?*@$'\"\\[\\]()\\\\]+)";
  private static final String BRACKETED = "\\['(?<quoted>[^'\\\\]+)'\\]";
  private static final String POSITION = "\\[(?<index>\\d{1,9})\\]";
  private static final Pattern STEP = Pattern.compile(DOTTED + "|" + BRACKETED + "|" + POSITION);

  ReferencePath {
    steps = List.copyOf(steps);
  }

  /// @throws IllegalArgumentException if the text is no such path
  static ReferencePath parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int end = 1;
    while (text.startsWith("$") && matcher.find(end) && matcher.start() == end) {
      steps.add(step(matcher));
      end = matcher.end();
    }
    if (!text.startsWith("$") || end != text.length()) {
      throw new IllegalArgumentException(
          "'%s' is no reference path: only $, .field, ['field'] and [position] may be used"
              .formatted(text));
    }
    return new ReferencePath(text, steps);
  }

  private static Step step(Matcher matcher) {
    if (matcher.group("index") != null) {
      return new Step.Position(Integer.parseInt(matcher.group("index")));
    }
    String name = matcher.group("name");
    return new Step.Field(name == null ? matcher.group("quoted") : name);
  }

  /// The data with a value at this place. Fields that are missing on the way are made; array
  /// positions must exist.
  ///
  /// @throws StateFailure `States.ResultPathMatchFailure` if the data has no such place and none
  ///   can be made
  JsonNode place(JsonNode data, JsonNode value) {
    return place(data, value, 0);
  }

  private JsonNode place(JsonNode data, JsonNode value, int depth) {
    if (depth == steps.size()) {
      return value;
    }
    return switch (steps.get(depth)) {
      case Step.Field field -> placeInObject(data, field.name(), value, depth);
      case Step.Position position -> placeInArray(data, position.index(), value, depth);
    };
  }

  private JsonNode placeInObject(JsonNode data, String name, JsonNode value, int depth) {
    if (!(data instanceof ObjectNode object)) {
      throw mismatch("'%s' would have to be a field of a JSON object".formatted(name));
    }
    ObjectNode copy = Json.newObject();
    copy.setAll(object);
    JsonNode below = object.has(name) ? object.get(name) : Json.newObject();
    copy.set(name, place(below, value, depth + 1));
    return copy;
  }

  private JsonNode placeInArray(JsonNode data, int index, JsonNode value, int depth) {
    if (!(data instanceof ArrayNode array) || index >= array.size()) {
      throw mismatch("there is no array with a position %d".formatted(index));
    }
    ArrayNode copy = Json.newArray();
    copy.addAll(array);
    copy.set(index, place(array.get(index), value, depth + 1));
    return copy;
  }

  private StateFailure mismatch(String why) {
    return StateFailure.resultPathMatch(
        "ResultPath '%s' cannot be applied to the state's input: %s".formatted(text, why));
  }
}
