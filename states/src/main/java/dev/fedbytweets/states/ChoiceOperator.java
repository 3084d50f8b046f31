package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The operators of a Choice rule that compare a variable with a value of the definition. A
/// variable of another kind than the operator's does not match.
enum ChoiceOperator {
  STRING_EQUALS("StringEquals", JsonNode::isTextual, texts(order -> order == 0)),
  STRING_LESS_THAN("StringLessThan", JsonNode::isTextual, texts(order -> order < 0)),
  STRING_GREATER_THAN("StringGreaterThan", JsonNode::isTextual, texts(order -> order > 0)),
  STRING_LESS_THAN_EQUALS("StringLessThanEquals", JsonNode::isTextual, texts(order -> order <= 0)),
  STRING_GREATER_THAN_EQUALS(
      "StringGreaterThanEquals", JsonNode::isTextual, texts(order -> order >= 0)),
  STRING_MATCHES(
      "StringMatches",
      JsonNode::isTextual,
      (value, wildcards) ->
          value.isTextual() && pattern(wildcards.textValue()).matcher(value.textValue()).matches()),
  NUMERIC_EQUALS("NumericEquals", JsonNode::isNumber, numbers(order -> order == 0)),
  NUMERIC_LESS_THAN("NumericLessThan", JsonNode::isNumber, numbers(order -> order < 0)),
  NUMERIC_GREATER_THAN("NumericGreaterThan", JsonNode::isNumber, numbers(order -> order > 0)),
  NUMERIC_LESS_THAN_EQUALS(
      "NumericLessThanEquals", JsonNode::isNumber, numbers(order -> order <= 0)),
  NUMERIC_GREATER_THAN_EQUALS(
      "NumericGreaterThanEquals", JsonNode::isNumber, numbers(order -> order >= 0)),
  BOOLEAN_EQUALS("BooleanEquals", JsonNode::isBoolean, JsonNode::equals),
  IS_NULL("IsNull", JsonNode::isBoolean, kind(JsonNode::isNull)),
  IS_STRING("IsString", JsonNode::isBoolean, kind(JsonNode::isTextual)),
  IS_NUMERIC("IsNumeric", JsonNode::isBoolean, kind(JsonNode::isNumber)),
  IS_BOOLEAN("IsBoolean", JsonNode::isBoolean, kind(JsonNode::isBoolean));

  private final String text;
  private final Predicate<JsonNode> takes;
  private final BiPredicate<JsonNode, JsonNode> matches;

  /// @param takes whether a value may stand behind the operator
  /// @param matches compares the variable's value with the operator's
  ChoiceOperator(String text, Predicate<JsonNode> takes, BiPredicate<JsonNode, JsonNode> matches) {
    this.text = text;
    this.takes = takes;
    this.matches = matches;
  }

  /// The operator's name in the language.
  String text() {
    return text;
  }

  /// Checks a value that stands behind the operator.
  ///
  /// @throws IllegalArgumentException if it cannot stand there
  JsonNode operand(JsonNode operand) {
    if (!takes.test(operand)) {
      throw new IllegalArgumentException("%s is not of the operator's kind".formatted(operand));
    }
    if (this == STRING_MATCHES) {
      pattern(operand.textValue());
    }
    return operand;
  }

  boolean matches(JsonNode value, JsonNode operand) {
    return matches.test(value, operand);
  }

  private static BiPredicate<JsonNode, JsonNode> texts(IntPredicate order) {
    return (value, operand) ->
        value.isTextual() && order.test(value.textValue().compareTo(operand.textValue()));
  }

  private static BiPredicate<JsonNode, JsonNode> numbers(IntPredicate order) {
    return (value, operand) ->
        value.isNumber() && order.test(value.decimalValue().compareTo(operand.decimalValue()));
  }

  private static BiPredicate<JsonNode, JsonNode> kind(Predicate<JsonNode> kind) {
    return (value, expected) -> kind.test(value) == expected.booleanValue();
  }

  /// `*` stands for any number of characters, `\*` and `\\` for themselves.
  ///
  /// @throws IllegalArgumentException if a backslash stands before anything else
  static Pattern pattern(String wildcards) {
    StringBuilder expression = new StringBuilder();
    for (int at = 0; at < wildcards.length(); at++) {
      char c = wildcards.charAt(at);
      if (c == '*') {
        expression.append(".*");
        continue;
      }
      if (c == '\\') {
        at++;
        if (at == wildcards.length() || "*\\".indexOf(wildcards.charAt(at)) < 0) {
          throw new IllegalArgumentException(
              "'%s': a backslash may stand before * and \\ only".formatted(wildcards));
        }
      }
      expression.append(Pattern.quote(wildcards.substring(at, at + 1)));
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL);
  }
}
