package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A comparison operator of Choice rules: `NumericLessThan` is a kind and a relation.
record Comparison(ValueKind kind, Relation relation) {

  /// How the variable has to stand to the operand.
  enum Relation {
    EQUALS("Equals"),
    LESS_THAN("LessThan"),
    GREATER_THAN("GreaterThan"),
    LESS_THAN_EQUALS("LessThanEquals"),
    GREATER_THAN_EQUALS("GreaterThanEquals");

    private final String text;

    Relation(String text) {
      this.text = text;
    }

    boolean holds(int order) {
      return switch (this) {
        case EQUALS -> order == 0;
        case LESS_THAN -> order < 0;
        case GREATER_THAN -> order > 0;
        case LESS_THAN_EQUALS -> order <= 0;
        case GREATER_THAN_EQUALS -> order >= 0;
      };
    }
  }

  /// Every comparison that the language has.
  static Stream<Comparison> all() {
    Stream<Comparison> ordered =
        Stream.of(ValueKind.STRING, ValueKind.NUMERIC, ValueKind.TIMESTAMP)
            .flatMap(
                kind ->
                    Arrays.stream(Relation.values())
                        .map(relation -> new Comparison(kind, relation)));
    return Stream.concat(ordered, Stream.of(new Comparison(ValueKind.BOOLEAN, Relation.EQUALS)));
  }

  /// The operator's name.
  String text() {
    return kind.text() + relation.text;
  }

  /// False, whatever the relation, if one of the values is not of the kind.
  boolean holds(JsonNode variable, JsonNode operand) {
    OptionalInt order = kind.compare(variable, operand);
    return order.isPresent() && relation.holds(order.getAsInt());
  }
}
