package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/// The intrinsic functions of the States Language, all of them.
enum IntrinsicFunction {
  ARRAY("States.Array", 0, Integer.MAX_VALUE, ArrayFunctions::array),
  ARRAY_PARTITION("States.ArrayPartition", 2, 2, ArrayFunctions::partition),
  ARRAY_CONTAINS("States.ArrayContains", 2, 2, ArrayFunctions::contains),
  ARRAY_RANGE("States.ArrayRange", 3, 3, ArrayFunctions::range),
  ARRAY_GET_ITEM("States.ArrayGetItem", 2, 2, ArrayFunctions::getItem),
  ARRAY_LENGTH("States.ArrayLength", 1, 1, ArrayFunctions::length),
  ARRAY_UNIQUE("States.ArrayUnique", 1, 1, ArrayFunctions::unique),
  BASE64_ENCODE("States.Base64Encode", 1, 1, TextFunctions::base64Encode),
  BASE64_DECODE("States.Base64Decode", 1, 1, TextFunctions::base64Decode),
  HASH("States.Hash", 2, 2, TextFunctions::hash),
  FORMAT("States.Format", 1, Integer.MAX_VALUE, TextFunctions::format),
  STRING_SPLIT("States.StringSplit", 2, 2, TextFunctions::split),
  UUID("States.UUID", 0, 0, TextFunctions::uuid),
  JSON_MERGE("States.JsonMerge", 3, 3, JsonFunctions::merge),
  STRING_TO_JSON("States.StringToJson", 1, 1, JsonFunctions::fromText),
  JSON_TO_STRING("States.JsonToString", 1, 1, JsonFunctions::toText),
  MATH_ADD("States.MathAdd", 2, 2, NumberFunctions::add),
  MATH_RANDOM("States.MathRandom", 2, 3, NumberFunctions::random);

  private final String text;
  private final int fewest;
  private final int most;
  private final Function<Arguments, JsonNode> body;

  IntrinsicFunction(String text, int fewest, int most, Function<Arguments, JsonNode> body) {
    this.text = text;
    this.fewest = fewest;
    this.most = most;
    this.body = body;
  }

  /// @param name as in a definition: `States.Format`
  /// @throws IllegalArgumentException if there is no such function
  static IntrinsicFunction of(String name) {
    for (IntrinsicFunction function : values()) {
      if (function.text.equals(name)) {
        return function;
      }
    }
    throw new IllegalArgumentException("there is no intrinsic function '%s'".formatted(name));
  }

  /// The name as in a definition.
  String text() {
    return text;
  }

  /// What can be seen before anything runs.
  ///
  /// @throws IllegalArgumentException if the function cannot be called like this
  void check(List<Expression> arguments) {
    if (arguments.size() < fewest || arguments.size() > most) {
      throw new IllegalArgumentException(
          "%s does not take %d arguments".formatted(text, arguments.size()));
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Expression.Quoted(QuotedText quoted)) {
        checkQuoted(i, quoted, arguments.size());
      }
    }
    if (this == JSON_TO_STRING && !(arguments.getFirst() instanceof Expression.At)) {
      throw new IllegalArgumentException("%s takes a path".formatted(text));
    }
  }

  private void checkQuoted(int position, QuotedText quoted, int arguments) {
    boolean template = this == FORMAT && position == 0;
    if (!template && !quoted.isPlain()) {
      throw new IllegalArgumentException(
          "%s: put a backslash before { and } in '%s'".formatted(text, quoted.value()));
    }
    if (template && quoted.pieces().size() != arguments) {
      throw new IllegalArgumentException(
          "%s has %d places to fill in '%s', and %d values for them"
              .formatted(text, quoted.pieces().size() - 1, quoted.value(), arguments - 1));
    }
  }

  /// @throws StateFailure `States.IntrinsicFailure` if the function cannot work with these values
  JsonNode call(Arguments arguments) {
    return body.apply(arguments);
  }
}
