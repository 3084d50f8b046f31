package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A condition on a state's data.
sealed interface ChoiceRule {

  /// @throws StateFailure `States.Runtime` if a path of the rule leads to nothing; only
  ///     `IsPresent` allows that
  boolean matches(JsonNode data, JsonNode context);

  /// All of them.
  record And(List<ChoiceRule> rules) implements ChoiceRule {

    public And {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return rules.stream().allMatch(rule -> rule.matches(data, context));
    }
  }

  /// At least one of them.
  record Or(List<ChoiceRule> rules) implements ChoiceRule {

    public Or {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return rules.stream().anyMatch(rule -> rule.matches(data, context));
    }
  }

  /// The opposite.
  record Not(ChoiceRule rule) implements ChoiceRule {

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return !rule.matches(data, context);
    }
  }

  /// `IsPresent`.
  record Present(Path variable, boolean expected) implements ChoiceRule {

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return variable.read(data, context).isPresent() == expected;
    }
  }

  /// `IsNull`, `IsString` and their like.
  record Kind(Path variable, ValueKind kind, boolean expected) implements ChoiceRule {

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return kind.includes(variable.require("Variable", data, context)) == expected;
    }
  }

  /// `StringMatches`.
  record Matches(Path variable, Wildcards pattern) implements ChoiceRule {

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      JsonNode value = variable.require("Variable", data, context);
      return value.isTextual() && pattern.match(value.textValue());
    }
  }

  /// `NumericLessThan` and its like: with a value that stands in the definition.
  record Compare(Path variable, Comparison comparison, JsonNode operand) implements ChoiceRule {

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return comparison.holds(variable.require("Variable", data, context), operand);
    }
  }

  /// `NumericLessThanPath` and its like: with another value of the data.
  record CompareAt(Path variable, Comparison comparison, Path operand) implements ChoiceRule {

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return comparison.holds(
          variable.require("Variable", data, context),
          operand.require(comparison.text() + "Path", data, context));
    }
  }
}
