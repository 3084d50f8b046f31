package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What an intrinsic function was called with. Each method that takes a position gives the
/// argument there (0 is the first) and throws `States.IntrinsicFailure` if it is not of the
/// kind.
///
/// @param function the function's name, for messages
/// @param expressions as written
/// @param values the same, evaluated
record Arguments(String function, List<Expression> expressions, List<JsonNode> values) {

  /// What Base64 and hashes take, characters.
  private static final int LONGEST_TEXT = 10_000;

  int count() {
    return values.size();
  }

  JsonNode any(int position) {
    return values.get(position);
  }

  ArrayNode array(int position) {
    if (values.get(position) instanceof ArrayNode array) {
      return array;
    }
    throw wrongKind(position, "an array");
  }

  ObjectNode object(int position) {
    if (values.get(position) instanceof ObjectNode object) {
      return object;
    }
    throw wrongKind(position, "an object");
  }

  String text(int position) {
    if (!values.get(position).isTextual()) {
      throw wrongKind(position, "a string");
    }
    return values.get(position).textValue();
  }

  String shortText(int position) {
    String text = text(position);
    if (text.length() > LONGEST_TEXT) {
      throw wrongKind(position, "a string of at most %d characters".formatted(LONGEST_TEXT));
    }
    return text;
  }

  /// A number, rounded to the nearest whole one as Step Functions does.
  long wholeNumber(int position) {
    JsonNode value = values.get(position);
    if (!value.isNumber()) {
      throw wrongKind(position, "a number");
    }
    try {
      BigDecimal rounded = value.decimalValue().setScale(0, RoundingMode.HALF_UP);
      return rounded.longValueExact();
    } catch (ArithmeticException e) {
      throw wrongKind(position, "a number that fits into 64 bits");
    }
  }

  StateFailure wrongKind(int position, String expected) {
    return failure("argument %d must be %s".formatted(position + 1, expected));
  }

  StateFailure failure(String why) {
    return StateFailure.intrinsic("%s: %s".formatted(function, why));
  }
}
