package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A condition on a state's data.
sealed interface ChoiceRule {

  /// @throws StateFailure `States.Runtime` if the rule's path leads to nothing; only `IsPresent`
  ///     allows that
  boolean matches(JsonNode data, JsonNode context);

  /// Reads a rule: exactly one of `And`, `Or`, `Not`, and an operator beside `Variable`. The caller
  /// has read its `Next`, if it may have one.
  static ChoiceRule parse(Fields fields) {
    List<ChoiceRule> found = new ArrayList<>();
    if (fields.has("And")) {
      found.add(new And(parseAll(fields, "And")));
    }
    if (fields.has("Or")) {
      found.add(new Or(parseAll(fields, "Or")));
    }
    if (fields.has("Not")) {
      found.add(new Not(parse(fields.object("Not"))));
    }
    fields.text("Variable", Path::parse).ifPresent(path -> addTests(fields, path, found));
    fields.refuseOthers();
    if (found.size() != 1) {
      throw fields.refuse(
          "needs one operator: And, Or, Not, or a comparison with a Variable, but has %d"
              .formatted(found.size()));
    }
    return found.getFirst();
  }

  private static List<ChoiceRule> parseAll(Fields fields, String name) {
    return fields.requiredObjects(name).stream().map(ChoiceRule::parse).toList();
  }

  private static void addTests(Fields fields, Path variable, List<ChoiceRule> found) {
    if (fields.has("IsPresent")) {
      found.add(new Present(variable, fields.isTrue("IsPresent")));
    }
    for (ChoiceOperator operator : ChoiceOperator.values()) {
      fields
          .value(operator.text(), operator::operand)
          .ifPresent(operand -> found.add(new Comparison(variable, operator, operand)));
    }
  }

  /// Matches if all its rules do.
  record And(List<ChoiceRule> rules) implements ChoiceRule {

    public And {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return rules.stream().allMatch(rule -> rule.matches(data, context));
    }
  }

  /// Matches if at least one of its rules does.
  record Or(List<ChoiceRule> rules) implements ChoiceRule {

    public Or {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return rules.stream().anyMatch(rule -> rule.matches(data, context));
    }
  }

  /// Matches if its rule does not.
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

  /// Compares a value of the data with a value of the definition.
  record Comparison(Path variable, ChoiceOperator operator, JsonNode operand)
      implements ChoiceRule {

    @Override
    public boolean matches(JsonNode data, JsonNode context) {
      return operator.matches(variable.require("Variable", data, context), operand);
    }
  }
}
