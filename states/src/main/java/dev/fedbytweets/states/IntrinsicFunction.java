package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The intrinsic functions of the States Language that our definitions use; another one is refused
/// when a definition is read.
enum IntrinsicFunction {
  ARRAY_CONTAINS("States.ArrayContains", 2, 2),
  ARRAY_LENGTH("States.ArrayLength", 1, 1),
  FORMAT("States.Format", 1, Integer.MAX_VALUE),
  JSON_TO_STRING("States.JsonToString", 1, 1),
  MATH_ADD("States.MathAdd", 2, 2),
  STRING_TO_JSON("States.StringToJson", 1, 1);

  private final String text;
  private final int fewest;
  private final int most;

  IntrinsicFunction(String text, int fewest, int most) {
    this.text = text;
    this.fewest = fewest;
    this.most = most;
  }

  /// @param name as in a definition: `States.Format`
  /// @throws IllegalArgumentException if the function is not supported
  static IntrinsicFunction of(String name) {
    for (IntrinsicFunction function : values()) {
      if (function.text.equals(name)) {
        return function;
      }
    }
    String known = Arrays.stream(values()).map(each -> each.text).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "there is no intrinsic function '%s' here, only %s".formatted(name, known));
  }

  /// Checks what is known before anything runs.
  ///
  /// @throws IllegalArgumentException if the function cannot be called with these arguments
  void check(List<Expression> arguments) {
    if (arguments.size() < fewest || arguments.size() > most) {
      throw new IllegalArgumentException(
          "%s does not take %d arguments".formatted(text, arguments.size()));
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Expression.Quoted quoted) {
        checkQuoted(i, quoted, arguments.size());
      }
    }
    if (this == JSON_TO_STRING && !(arguments.getFirst() instanceof Expression.At)) {
      throw new IllegalArgumentException("%s takes a path".formatted(text));
    }
  }

  private void checkQuoted(int position, Expression.Quoted quoted, int arguments) {
    boolean template = this == FORMAT && position == 0;
    int places = quoted.pieces().size() - 1;
    if (!template && places > 0) {
      throw new IllegalArgumentException(
          "%s: put a backslash before { and } in '%s'".formatted(text, quoted.value()));
    }
    if (template && places != arguments - 1) {
      throw new IllegalArgumentException(
          "%s has %d places to fill in '%s', and %d values for them"
              .formatted(text, places, quoted.value(), arguments - 1));
    }
  }

  /// @param arguments as written
  /// @param values of the arguments
  /// @throws StateFailure `States.IntrinsicFailure` if the function cannot work with these values
  JsonNode call(List<Expression> arguments, List<JsonNode> values) {
    return switch (this) {
      case ARRAY_CONTAINS -> Json.NODES.booleanNode(contains(array(values), values.get(1)));
      case ARRAY_LENGTH -> Json.NODES.numberNode(array(values).size());
      case FORMAT -> format(arguments.getFirst(), values);
      case JSON_TO_STRING -> Json.ofText(Json.text(values.getFirst()));
      case MATH_ADD -> Json.NODES.numberNode(wholeNumber(values, 0) + wholeNumber(values, 1));
      case STRING_TO_JSON -> parse(string(values));
    };
  }

  private static boolean contains(ArrayNode array, JsonNode wanted) {
    return StreamSupport.stream(array.spliterator(), false)
        .anyMatch(item -> Json.same(item, wanted));
  }

  /// A template that stands in the definition may escape its braces; one that a path leads to is
  /// used as it is.
  private JsonNode format(Expression template, List<JsonNode> values) {
    List<String> pieces =
        template instanceof Expression.Quoted quoted
            ? quoted.pieces()
            : Arrays.asList(string(values).split("\\{}", -1));
    if (pieces.size() != values.size()) {
      throw failure(
          "%d places to fill in, and %d values for them"
              .formatted(pieces.size() - 1, values.size() - 1));
    }
    StringBuilder formatted = new StringBuilder(pieces.getFirst());
    for (int i = 1; i < pieces.size(); i++) {
      JsonNode value = values.get(i);
      if (value.isContainerNode()) {
        throw wrongKind(
            i, "a string, a number, a boolean or null (States.JsonToString makes a string)");
      }
      formatted.append(value.isTextual() ? value.textValue() : Json.text(value));
      formatted.append(pieces.get(i));
    }
    return Json.ofText(formatted.toString());
  }

  private JsonNode parse(String json) {
    try {
      JsonNode value = Json.parse(json);
      if (!value.isMissingNode()) {
        return value;
      }
    } catch (JsonProcessingException e) {
      // The text may hold what must not be logged, so the parser's message is dropped.
    }
    throw wrongKind(0, "JSON");
  }

  private ArrayNode array(List<JsonNode> values) {
    if (values.getFirst() instanceof ArrayNode array) {
      return array;
    }
    throw wrongKind(0, "an array");
  }

  private String string(List<JsonNode> values) {
    if (!values.getFirst().isTextual()) {
      throw wrongKind(0, "a string");
    }
    return values.getFirst().textValue();
  }

  private long wholeNumber(List<JsonNode> values, int position) {
    JsonNode value = values.get(position);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrongKind(position, "a whole number between -2147483648 and 2147483647");
    }
    return value.longValue();
  }

  private StateFailure wrongKind(int position, String expected) {
    return failure("argument %d must be %s".formatted(position + 1, expected));
  }

  private StateFailure failure(String why) {
    return StateFailure.intrinsic("%s: %s".formatted(text, why));
  }
}
