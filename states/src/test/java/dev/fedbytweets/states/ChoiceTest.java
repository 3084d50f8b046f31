package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

  private static final String DATA =
      """
      {
        "s": "b", "t": "B", "n": 22, "m": 22.0, "f": 22.5, "yes": true, "no": false, "none": null, "list": [], "text22": "22",
        "at": "2026-03-14T01:59:00Z",
        "file": "foo23.log", "star": "a*b", "slash": "a\\\\b"
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // variable | operator | operand | result
        "$.s    | StringEquals                   | 'b'     | true",
        "$.s    | StringEquals                   | 'B'     | false",
        "$.n    | StringEquals                   | '22'    | false",
        "$.none | StringEquals                   | 'null'  | false",
        "$.s    | StringLessThan                 | 'c'     | true",
        "$.s    | StringLessThan                 | 'b'     | false",
        "$.t    | StringLessThan                 | 'b'     | true",
        "$.s    | StringGreaterThan              | 'a'     | true",
        "$.s    | StringGreaterThan              | 'b'     | false",
        "$.s    | StringLessThanEquals           | 'b'     | true",
        "$.s    | StringLessThanEquals           | 'a'     | false",
        "$.s    | StringGreaterThanEquals        | 'b'     | true",
        "$.s    | StringGreaterThanEquals        | 'c'     | false",
        "$.at   | StringEquals                   | '2026-03-14T01:59:00Z' | true",
        "$.n    | NumericEquals                  | 22      | true",
        "$.n    | NumericEquals                  | 22.0    | true",
        "$.text22 | NumericEquals                | 22      | false",
        "$.n    | NumericLessThan                | 22.5    | true",
        "$.n    | NumericLessThan                | 22      | false",
        "$.n    | NumericGreaterThan             | 21      | true",
        "$.n    | NumericGreaterThan             | 22      | false",
        "$.n    | NumericLessThanEquals          | 22      | true",
        "$.f    | NumericLessThanEquals          | 22      | false",
        "$.f    | NumericGreaterThanEquals       | 22.5    | true",
        "$.n    | NumericGreaterThanEquals       | 23      | false",
        "$.yes  | BooleanEquals                  | true    | true",
        "$.yes  | BooleanEquals                  | false   | false",
        "$.no   | BooleanEquals                  | false   | true",
        "$.s    | BooleanEquals                  | true    | false",
        "$.none | IsNull                         | true    | true",
        "$.list | IsNull                         | true    | false",
        "$.list | IsNull                         | false   | true",
        "$.none | IsPresent                      | true    | true",
        "$.gone | IsPresent                      | true    | false",
        "$.gone | IsPresent                      | false   | true",
        "$.list[0] | IsPresent                   | true    | false",
        "$.gone.deeper | IsPresent               | true    | false",
        "$$.Execution.Name | IsPresent           | true    | true",
        "$.n    | IsNumeric                      | true    | true",
        "$.text22 | IsNumeric                    | true    | false",
        "$.s    | IsString                       | true    | true",
        "$.n    | IsString                       | false   | true",
        "$.no   | IsBoolean                      | true    | true",
        "$.none | IsBoolean                      | true    | false",
        "$.file | StringMatches                  | 'foo*.log' | true",
        "$.file | StringMatches                  | '*.log'    | true",
        "$.file | StringMatches                  | '*.*'      | true",
        "$.file | StringMatches                  | 'foo'      | false",
        "$.file | StringMatches                  | '*foo23.log*' | true",
        "$.file | StringMatches                  | 'foo2*23.log' | false",
        "$.star | StringMatches                  | 'a\\\\*b'  | true",
        "$.file | StringMatches                  | 'foo\\\\*' | false",
        "$.slash | StringMatches                 | 'a\\\\\\\\b' | true",
        "$.n    | StringMatches                  | '*'        | false",
        "$$.Execution.Name | StringEquals        | '2f1c9a4e-run' | true",
      })
  void compares(String variable, String operator, String operand, boolean expected)
      throws InterruptedException {
    String rule =
        """
        "Variable": "%s", "%s": %s
        """
            .formatted(variable, operator, operand.replace('\'', '"'));

    assertThat(matches(rule)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'And': [T, T]          | true",
        "'And': [T, F]          | false",
        "'Or': [F, T]           | true",
        "'Or': [F, F]           | false",
        "'Not': F               | true",
        "'Not': T               | false",
        "'Or': [T, MISSING]     | true",
        "'And': [F, MISSING]    | false",
        "'Not': {'Or': [F, {'And': [T, F]}]} | true",
      })
  void combinesAndStopsWhenTheAnswerIsClear(String rule, boolean expected)
      throws InterruptedException {
    String json =
        rule.replace("T", "{'Variable': '$.yes', 'BooleanEquals': true}")
            .replace("F", "{'Variable': '$.yes', 'BooleanEquals': false}")
            .replace("MISSING", "{'Variable': '$.gone', 'BooleanEquals': true}")
            .replace('\'', '"');

    assertThat(matches(json)).isEqualTo(expected);
  }

  @Test
  void theFirstRuleThatMatchesWins() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "Which", "States": {
                  "Which": {"Type": "Choice", "InputPath": "$.inner", "OutputPath": "$.value", "Choices": [
                    {"Variable": "$.value", "NumericGreaterThan": 30, "Next": "A"},
                    {"Variable": "$.value", "NumericGreaterThan": 20, "Next": "B"},
                    {"Variable": "$.value", "NumericGreaterThan": 10, "Next": "A"}]},
                  "A": {"Type": "Fail"},
                  "B": {"Type": "Succeed"}}}
                """)
            .run("{\"inner\": {\"value\": 22}}");

    execution.hasOutput("22");
    assertThat(execution.entered()).containsExactly("Which", "B");
  }

  @Test
  void withoutMatchAndDefaultTheExecutionFails() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "Which", "States": {
                  "Which": {"Type": "Choice", "Choices": [
                    {"Variable": "$.status", "StringEquals": "more", "Next": "A"}]},
                  "A": {"Type": "Succeed"}}}
                """)
            .run("{\"status\": \"odd\"}");

    execution.hasFailed(
        "States.NoChoiceMatched", "state 'Which': no rule matches, and there is no Default");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Variable\": \"$.gone\", \"StringEquals\": \"a\"",
        "\"Variable\": \"$.gone\", \"IsNull\": true",
        "\"Variable\": \"$.gone\", \"StringMatches\": \"*\"",
      })
  void aValueThatIsNotThereFailsTheExecution(String rule) throws InterruptedException {
    ScriptedExecution execution = choice(rule).run(DATA);

    assertThat(execution.failure().error()).isEqualTo("States.Runtime");
    assertThat(execution.failure().cause())
        .startsWith("state 'Which': ")
        .endsWith("the path '$.gone' leads to nothing in the state's input");
  }

  private static boolean matches(String rule) throws InterruptedException {
    ScriptedExecution execution = choice(rule).run(DATA);
    assertThat(execution.result()).isInstanceOf(ExecutionResult.Succeeded.class);
    return execution.entered().getLast().equals("Yes");
  }

  private static ScriptedExecution choice(String rule) {
    return ScriptedExecution.of(
        """
        {"StartAt": "Which", "States": {
          "Which": {"Type": "Choice", "Choices": [{%s, "Next": "Yes"}], "Default": "No"},
          "Yes": {"Type": "Succeed"},
          "No": {"Type": "Succeed"}}}
        """
            .formatted(rule));
  }
}
