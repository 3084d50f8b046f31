package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Machines that are refused when they are read, and what the refusal says. States: see
/// [StateRefusedTest].
class MachineRefusedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                          | state machine: must be a JSON object",
        "{                                           | state machine: not JSON: ",
        "{'StartAt': 'A', 'StartAt': 'B'}            | state machine: not JSON: Duplicate field"
            + " 'StartAt'",
        "{'States': {}}                              | state machine: 'StartAt' is missing",
        "{'StartAt': 'A'}                            | state machine: 'States' is missing",
        "{'StartAt': 'A', 'States': []}              | state machine: 'States' must be a JSON"
            + " object",
        "{'StartAt': 'A', 'States': {}}              | state machine: leads to 'A', which is no"
            + " state beside it",
        "{'StartAt': 'B', 'States': {'A': OK}}       | state machine: leads to 'B', which is no"
            + " state beside it",
        "{'StartAt': 'A', 'States': {'A': 1}}        | state 'A': must be a JSON object",
        "{'StartAt': 'A', 'States': {'A': OK}, 'Extra': 1} | state machine: 'Extra' is not known"
            + " here",
        "{'StartAt': 'A', 'States': {'A': OK}, 'Version': '2.0'} | state machine: 'Version' is"
            + " '2.0', and only '1.0' is known",
        "{'StartAt': 'A', 'States': {'A': OK}, 'QueryLanguage': 'JSONata'} | state machine:"
            + " 'QueryLanguage' is 'JSONata', and only 'JSONPath' is known",
        "{'StartAt': 'A', 'States': {'A': OK}, 'TimeoutSeconds': 0} | state machine:"
            + " 'TimeoutSeconds' must be a whole number from 1 to 99999999",
        "{'StartAt': 'A', 'States': {'A': OK}, 'Comment': 1} | state machine: 'Comment' must be a"
            + " string",
        "{'StartAt': 'A', 'States': {'A': OK, 'B': OK}} | state 'B': nothing leads to it",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'}}} | state 'A': leads to"
            + " 'B', which is no state beside it",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'A'}}} | state machine: no state"
            + " ends it",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt':"
            + " 'A', 'States': {'A': OK}}}}} | state 'A': there is another state of this name",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt':"
            + " 'B', 'States': {'B': {'Type': 'Pass', 'Next': 'A'}}}}}} | state 'B': leads to 'A',"
            + " which is no state beside it",
        "{'StartAt': '', 'States': {'': OK}}         | state '': a state's name has 1 to 80"
            + " characters",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'Resource': 'r', 'Catch':"
            + " [{'ErrorEquals': ['E'], 'Next': 'B'}], 'End': true}}} | state 'A': leads to 'B',"
            + " which is no state beside it",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Choice', 'Choices': [{'Variable': '$',"
            + " 'IsNull': true, 'Next': 'B'}]}}} | state 'A': leads to 'B', which is no state"
            + " beside it",
      })
  void machines(String definition, String message) {
    refused(definition, message);
  }

  @Test
  void namesOfStatesAreLimited() {
    String longest = "n".repeat(80);
    String definition = "{\"StartAt\": \"%s\", \"States\": {\"%s\": {\"Type\": \"Succeed\"}}}";

    assertThat(StateMachine.parse(definition.formatted(longest, longest), Map.of())).isNotNull();
    refused(
        definition.formatted(longest + "n", longest + "n"),
        "a state's name has 1 to 80 characters");
  }

  @Test
  void commentsMayStandAnywhere() {
    String definition =
        """
        {"Comment": "c", "StartAt": "A", "Version": "1.0", "States": {
          "A": {"Comment": "c", "Type": "Parallel", "Branches": [
              {"Comment": "c", "StartAt": "Comment", "States": {"Comment": {"Comment": "c", "Type": "Succeed"}}}],
            "Retry": [{"Comment": "c", "ErrorEquals": ["E"]}],
            "Catch": [{"Comment": "c", "ErrorEquals": ["E"], "Next": "B"}],
            "Next": "B"},
          "B": {"Type": "Choice", "QueryLanguage": "JSONPath", "Choices": [
            {"Comment": "c", "Not": {"Comment": "c", "Variable": "$.a", "IsPresent": true}, "Next": "C"}]},
          "C": {"Type": "Map", "ItemProcessor": {"Comment": "c", "ProcessorConfig": {"Comment": "c"}, "StartAt": "D",
            "States": {"D": {"Type": "Succeed"}}}, "End": true}}}
        """;

    assertThat(StateMachine.parse(definition, Map.of())).isNotNull();
  }

  @Test
  void aPlaceholderWithoutAValueIsRefused() {
    assertThatThrownBy(() -> StateMachine.parse(task("${arn}"), Map.of()))
        .isInstanceOf(RejectedException.class)
        .hasMessage("state machine: no value for the placeholder '${arn}'");
  }

  @Test
  void aValueWithoutAPlaceholderIsRefused() {
    assertThatThrownBy(
            () ->
                StateMachine.parse(task("${arn}"), Map.of("arn", "a", "b_arn", "b", "a_arn", "a")))
        .isInstanceOf(RejectedException.class)
        .hasMessage("state machine: no placeholder for the values of [a_arn, b_arn]");
  }

  @Test
  void valuesOfPlaceholdersStayWithinTheirStrings() throws InterruptedException {
    String odd = "a \"quoted\" \\ $1 ${b}";
    StateMachine machine = StateMachine.parse(task("${arn}:1"), Map.of("arn", odd));

    ScriptedExecution execution =
        ScriptedExecution.of(machine).always(odd + ":1", input -> input).run("{}");

    execution.hasOutput("{}");
  }

  private static String task(String resource) {
    return ScriptedExecution.machineOf(
        "{\"Type\": \"Task\", \"Resource\": \"%s\", \"End\": true}".formatted(resource));
  }

  static void refused(String definition, String message) {
    String json =
        definition
            .replace("OK", "{'Type': 'Succeed'}")
            .replace("RULE", "{'Variable': '$.a', 'IsNull': true, 'Next': 'S'}")
            .replace('\'', '"');
    assertThatThrownBy(() -> StateMachine.parse(json, Map.of()))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining(message);
  }
}
