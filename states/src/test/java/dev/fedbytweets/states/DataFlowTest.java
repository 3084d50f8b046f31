package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `InputPath`, `Parameters`, `ResultSelector`, `ResultPath` and `OutputPath`; examples of the
/// specification where it has some.
class DataFlowTest {

  @Test
  void aTaskGetsTheWholeInputAndItsResultReplacesIt() throws InterruptedException {
    ScriptedExecution execution =
        task("").task("add", Answer.json("7")).run("{\"val1\": 3, \"val2\": 4}");

    execution.hasOutput("7");
    assertThat(execution.tasks().inputsOf("add"))
        .containsExactly(ScriptedExecution.json("{\"val1\": 3, \"val2\": 4}"));
  }

  @Test
  void inputPathSelectsAndResultPathAdds() throws InterruptedException {
    ScriptedExecution execution =
        task("\"InputPath\": \"$.numbers\", \"ResultPath\": \"$.sum\",")
            .task("add", Answer.json("7"))
            .run("{\"title\": \"Numbers to add\", \"numbers\": {\"val1\": 3, \"val2\": 4}}");

    execution.hasOutput(
        """
        {"title": "Numbers to add", "numbers": {"val1": 3, "val2": 4}, "sum": 7}
        """);
    assertThat(execution.tasks().inputsOf("add"))
        .containsExactly(ScriptedExecution.json("{\"val1\": 3, \"val2\": 4}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // place | the input with 6 at that place
        "$.master.detail     | {'master': {'detail': 6}}",
        "$.master.result.sum | {'master': {'detail': [1, 2, 3], 'result': {'sum': 6}}}",
        "$.master.detail[1]  | {'master': {'detail': [1, 6, 3]}}",
        "$['a b'].c          | {'master': {'detail': [1, 2, 3]}, 'a b': {'c': 6}}",
        "$                   | 6",
      })
  void resultPathOverwritesOrMakesWhatIsMissing(String place, String expected)
      throws InterruptedException {
    ScriptedExecution execution =
        task("\"ResultPath\": \"%s\",".formatted(place))
            .task("add", Answer.json("6"))
            .run("{\"master\": {\"detail\": [1, 2, 3]}}");

    execution.hasOutput(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'foo'      | $.x      | 'x' would have to be a field of a JSON object",
        "{'a': 'b'} | $.a.c    | 'c' would have to be a field of a JSON object",
        "{'a': [1]} | $.a[1]   | there is no array with a position 1",
        "{'a': {}}  | $.a[0]   | there is no array with a position 0",
        "{'a': null}| $.a.b    | 'b' would have to be a field of a JSON object",
      })
  void aResultPathThatCannotBeAppliedFailsTheExecution(String input, String place, String why)
      throws InterruptedException {
    ScriptedExecution execution =
        task("\"ResultPath\": \"%s\",".formatted(place))
            .task("add", Answer.json("6"))
            .run(input.replace('\'', '"'));

    execution.hasFailed(
        "States.ResultPathMatchFailure",
        "state 'S': ResultPath '%s' cannot be applied to the state's input: %s"
            .formatted(place, why));
  }

  @Test
  void resultPathNullDropsTheResult() throws InterruptedException {
    task("\"ResultPath\": null,")
        .task("add", Answer.json("6"))
        .run("{\"a\": 1}")
        .hasOutput("{\"a\": 1}");
  }

  @Test
  void outputPathSelectsAfterResultPath() throws InterruptedException {
    task("\"ResultPath\": \"$.b.sum\", \"OutputPath\": \"$.b\",")
        .task("add", Answer.json("6"))
        .run("{\"a\": 1, \"b\": {\"c\": 2}}")
        .hasOutput("{\"c\": 2, \"sum\": 6}");
  }

  @Test
  void aPathWithManyMatchesGathersThemInAnArray() throws InterruptedException {
    ScriptedExecution.ofState(
            """
            {"Type": "Pass", "InputPath": "$.a[0,1]", "End": true}
            """)
        .run("{\"a\": [1, 2, 3]}")
        .hasOutput("[1, 2]");
  }

  @Test
  void inputAndOutputPathsMayLeadIntoTheContextObject() throws InterruptedException {
    ScriptedExecution.ofState(
            """
            {"Type": "Succeed", "InputPath": "$$.Execution.Name"}
            """)
        .run("{}")
        .hasOutput("\"%s\"".formatted(ScriptedExecution.RUN));
  }

  @Test
  void resultSelectorReshapesTheResultBeforeResultPath() throws InterruptedException {
    ScriptedExecution execution =
        task("""
        "ResultSelector": {"kept.$": "$.a", "by.$": "$$.State.Name"}, "ResultPath": "$.r",
        """)
            .task("add", Answer.json("{\"a\": [1], \"b\": 2}"))
            .run("{\"x\": 0}");

    execution.hasOutput("{\"x\": 0, \"r\": {\"kept\": [1], \"by\": \"S\"}}");
  }

  @Test
  void parametersAreComputedFromWhatInputPathSelected() throws InterruptedException {
    ScriptedExecution execution =
        task("""
        "InputPath": "$.inner", "Parameters": {"v.$": "$.value", "fixed": 1}, "ResultPath": "$.r",
        """)
            .task("add", Answer.json("true"))
            .run("{\"inner\": {\"value\": 5}}");

    assertThat(execution.tasks().inputsOf("add"))
        .containsExactly(ScriptedExecution.json("{\"v\": 5, \"fixed\": 1}"));
    execution.hasOutput("{\"inner\": {\"value\": 5}, \"r\": true}");
  }

  @Test
  void aPathThatLeadsToNothingFailsTheExecution() throws InterruptedException {
    ScriptedExecution execution = task("\"InputPath\": \"$.numbers\",").run("{}");

    execution.hasFailed(
        "States.Runtime",
        "state 'S': InputPath: the path '$.numbers' leads to nothing in the state's input");
  }

  @Test
  void aResultIsUsedAsItsJsonTextSaysAndSharedWithNobody() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "One", "States": {
                  "One": {"Type": "Task", "Resource": "change", "ResultPath": null, "Next": "Two"},
                  "Two": {"Type": "Pass", "End": true}}}
                """)
            .task(
                "change",
                input -> {
                  ((ObjectNode) input).put("a", 2);
                  return input;
                })
            .run("{\"a\": 1}");

    execution.hasOutput("{\"a\": 1}");
  }

  @Test
  void aPassStateCopiesItsInput() throws InterruptedException {
    ScriptedExecution.ofState("{\"Type\": \"Pass\", \"End\": true}")
        .run("[1, null]")
        .hasOutput("[1, null]");
  }

  @Test
  void aPassStatePutsItsResultInPlace() throws InterruptedException {
    ScriptedExecution.ofState(
            """
            {"Type": "Pass", "Result": {"x.$": "$.not.a.path"}, "ResultPath": "$.coords", "End": true}
            """)
        .run("{\"georefOf\": \"Home\"}")
        .hasOutput("{\"georefOf\": \"Home\", \"coords\": {\"x.$\": \"$.not.a.path\"}}");
  }

  private static ScriptedExecution task(String fields) {
    return ScriptedExecution.ofState(
        """
        {"Type": "Task", "Resource": "add", %s "End": true}
        """
            .formatted(fields));
  }
}
