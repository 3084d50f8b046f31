package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/// Kinds of values that a Choice state tells apart, and compares within.
enum ValueKind {
  STRING("String"),
  NUMERIC("Numeric"),
  BOOLEAN("Boolean"),
  TIMESTAMP("Timestamp"),
  NULL("Null");

  private final String text;

  ValueKind(String text) {
    this.text = text;
  }

  /// As in the names of operators: `Numeric` in `NumericEquals` and `IsNumeric`.
  String text() {
    return text;
  }

  boolean includes(JsonNode value) {
    return switch (this) {
      case STRING -> value.isTextual();
      case NUMERIC -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case TIMESTAMP -> Timestamps.read(value).isPresent();
      case NULL -> value.isNull();
    };
  }

  /// How one value stands to another, as in [Comparable#compareTo]; empty if one of them is not
  /// of this kind.
  OptionalInt compare(JsonNode one, JsonNode other) {
    if (!includes(one) || !includes(other)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        switch (this) {
          case STRING -> one.textValue().compareTo(other.textValue());
          case NUMERIC -> one.decimalValue().compareTo(other.decimalValue());
          case BOOLEAN -> Boolean.compare(one.booleanValue(), other.booleanValue());
          case TIMESTAMP ->
              Timestamps.read(one).orElseThrow().compareTo(Timestamps.read(other).orElseThrow());
          case NULL -> 0;
        });
  }
}
