package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the rules of a Choice state.
final class ChoiceRuleParser {

  private final Fields fields;
  private final List<ChoiceRule> found = new ArrayList<>();

  private ChoiceRuleParser(Fields fields) {
    this.fields = fields;
  }

  /// A rule of the state itself, which has a `Next`.
  static State.Choice.Branch branch(Fields fields) {
    String next = fields.requiredText("Next");
    return new State.Choice.Branch(rule(fields), next);
  }

  private static ChoiceRule rule(Fields fields) {
    ChoiceRuleParser parser = new ChoiceRuleParser(fields);
    parser.combinations();
    fields.text("Variable", Path::parse).ifPresent(parser::tests);
    fields.refuseOthers();
    if (parser.found.size() != 1) {
      throw fields.refuse(
          "needs one operator: And, Or, Not, or a comparison with a Variable, but has %d"
              .formatted(parser.found.size()));
    }
    return parser.found.getFirst();
  }

  private void combinations() {
    if (fields.has("And")) {
      found.add(new ChoiceRule.And(rules("And")));
    }
    if (fields.has("Or")) {
      found.add(new ChoiceRule.Or(rules("Or")));
    }
    if (fields.has("Not")) {
      found.add(new ChoiceRule.Not(rule(fields.object("Not"))));
    }
  }

  private List<ChoiceRule> rules(String name) {
    return fields.requiredObjects(name).stream().map(ChoiceRuleParser::rule).toList();
  }

  private void tests(Path variable) {
    expected("IsPresent")
        .ifPresent(expected -> found.add(new ChoiceRule.Present(variable, expected)));
    for (ValueKind kind : ValueKind.values()) {
      expected("Is" + kind.text())
          .ifPresent(expected -> found.add(new ChoiceRule.Kind(variable, kind, expected)));
    }
    fields
        .text("StringMatches", Wildcards::parse)
        .ifPresent(pattern -> found.add(new ChoiceRule.Matches(variable, pattern)));
    Comparison.all().forEach(comparison -> comparisons(variable, comparison));
  }

  private void comparisons(Path variable, Comparison comparison) {
    fields
        .value(comparison.text(), operand -> operand(comparison.kind(), operand))
        .ifPresent(operand -> found.add(new ChoiceRule.Compare(variable, comparison, operand)));
    fields
        .text(comparison.text() + "Path", Path::parse)
        .ifPresent(operand -> found.add(new ChoiceRule.CompareAt(variable, comparison, operand)));
  }

  private static JsonNode operand(ValueKind kind, JsonNode operand) {
    if (!kind.includes(operand)) {
      throw new IllegalArgumentException(
          "%s is not of the kind %s".formatted(operand, kind.text()));
    }
    return operand;
  }

  private Optional<Boolean> expected(String operator) {
    return fields.has(operator) ? Optional.of(fields.isTrue(operator)) : Optional.empty();
  }
}
