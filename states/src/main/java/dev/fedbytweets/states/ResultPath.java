package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `ResultPath`: where a state's result goes within its raw input. It is a reference path, which
/// names exactly one place: `$.collected`, `$['a b'].c[0]`.
///
/// @param text the path as written in the definition
/// @param steps from the root to the place: a [String] names a field, an [Integer] a position in
///     an array; none for the root itself; empty if the result is discarded (`null`)
record ResultPath(String text, Optional<List<Object>> steps) {

  /// The default: the result replaces the input.
  static final ResultPath REPLACE = new ResultPath("$", Optional.of(List.of()));

  private static final ResultPath DISCARD = new ResultPath("null", Optional.empty());

  private static final String DOTTED = "\\.(?<name>[^\\s.,:?*@$'\"\\[\\]()\\\\]+)";
  private static final String BRACKETED = "\\['(?<quoted>[^'\\\\]+)'\\]";
  private static final String POSITION = "\\[(?<index>\\d{1,9})\\]";
  private static final Pattern STEP = Pattern.compile(DOTTED + "|" + BRACKETED + "|" + POSITION);

  /// `ResultPath` of a state or a catcher.
  static ResultPath parse(Fields fields) {
    boolean discard = fields.value("ResultPath").filter(JsonNode::isNull).isPresent();
    return discard ? DISCARD : fields.text("ResultPath", ResultPath::parse).orElse(REPLACE);
  }

  /// @throws IllegalArgumentException if the text is no reference path
  static ResultPath parse(String text) {
    List<Object> steps = new ArrayList<>();
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
    return new ResultPath(text, Optional.of(List.copyOf(steps)));
  }

  private static Object step(Matcher matcher) {
    if (matcher.group("index") != null) {
      return Integer.valueOf(matcher.group("index"));
    }
    String name = matcher.group("name");
    return name == null ? matcher.group("quoted") : name;
  }

  /// The state's input together with its result. Fields that are missing on the way are created;
  /// array positions must exist.
  ///
  /// @throws StateFailure `States.ResultPathMatchFailure` if the input has no such place and none
  ///     can be created
  JsonNode combine(JsonNode rawInput, JsonNode result) {
    return steps.map(path -> place(rawInput, result, path)).orElse(rawInput);
  }

  private JsonNode place(JsonNode data, JsonNode value, List<Object> path) {
    if (path.isEmpty()) {
      return value;
    }
    List<Object> rest = path.subList(1, path.size());
    return path.getFirst() instanceof Integer position
        ? placeInArray(data, position, value, rest)
        : placeInObject(data, path.getFirst().toString(), value, rest);
  }

  private JsonNode placeInObject(JsonNode data, String name, JsonNode value, List<Object> rest) {
    if (!(data instanceof ObjectNode object)) {
      throw mismatch("'%s' would have to be a field of a JSON object".formatted(name));
    }
    ObjectNode copy = Json.newObject();
    copy.setAll(object);
    JsonNode below = object.has(name) ? object.get(name) : Json.newObject();
    copy.set(name, place(below, value, rest));
    return copy;
  }

  private JsonNode placeInArray(JsonNode data, int position, JsonNode value, List<Object> rest) {
    if (!(data instanceof ArrayNode array) || position >= array.size()) {
      throw mismatch("there is no array with a position %d".formatted(position));
    }
    ArrayNode copy = Json.newArray();
    copy.addAll(array);
    copy.set(position, place(array.get(position), value, rest));
    return copy;
  }

  private StateFailure mismatch(String why) {
    return StateFailure.resultPathMatch(
        "ResultPath '%s' cannot be applied to the state's input: %s".formatted(text, why));
  }
}
