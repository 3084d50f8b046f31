package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Executions as a whole: how they end, and what states and listeners can see of them.
@Timeout(30)
class ExecutionTest {

  @Test
  void theContextObjectTellsOfTheExecutionAndTheState() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "Sleep", "States": {
                  "Sleep": {"Type": "Wait", "Seconds": 1, "Next": "Look"},
                  "Look": {"Type": "Pass", "Parameters": {"all.$": "$$"}, "End": true}}}
                """)
            .run("{\"x\": 1}");

    execution.hasOutput(
        """
        {"all": {
          "Execution": {"Id": "execution:local:2f1c9a4e-run", "Name": "2f1c9a4e-run",
            "StartTime": "2026-11-21T10:00:00.123Z", "RedriveCount": 0, "Input": {"x": 1}},
          "StateMachine": {"Id": "stateMachine:local", "Name": "local"},
          "State": {"Name": "Look", "EnteredTime": "2026-11-21T10:00:01.123Z", "RetryCount": 0}}}
        """);
  }

  @Test
  void outsideOfMapsThereIsNoItem() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.ofState(
                """
                {"Type": "Pass", "Parameters": {"a.$": "$$.Map.Item.Value"}, "End": true}
                """)
            .run("{}");

    execution.hasFailed(
        "States.ParameterPathFailure", "state 'S': the path '$$.Map.Item.Value' leads to nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                              |           |",
        "'Error': 'ErrorA', 'Cause': 'Kaiju attack'    | ErrorA    | Kaiju attack",
        "'ErrorPath': '$.e', 'CausePath': '$.c'        | E         | because",
        "'Error': 'ErrorA', 'CausePath': 'States.Format(\\'{}!\\', $.c)' | ErrorA | because!",
        "'CausePath': 'States.JsonToString($.list)'    |           | [1,2]",
        "'CausePath': '$$.Execution.Name'              |           | 2f1c9a4e-run",
        "'CausePath': '$.list'                         | States.Runtime | state 'S': CausePath must"
            + " lead to a string",
        "'ErrorPath': '$.gone'                         | States.ParameterPathFailure | state 'S':"
            + " the path '$.gone' leads to nothing",
      })
  void aFailStateSaysWhy(String fields, String error, String cause) throws InterruptedException {
    String json =
        fields == null
            ? ""
            : ", " + fields.replace("\\'", "`").replace('\'', '"').replace('`', '\'');
    ScriptedExecution execution =
        ScriptedExecution.ofState("{\"Type\": \"Fail\"%s}".formatted(json))
            .run("{\"e\": \"E\", \"c\": \"because\", \"list\": [1, 2]}");

    execution.hasFailed(error, cause);
  }

  @Test
  void aSucceedStatePassesOnWhatItsPathsSelect() throws InterruptedException {
    ScriptedExecution.ofState(
            "{\"Type\": \"Succeed\", \"InputPath\": \"$.a\", \"OutputPath\": \"$.b\"}")
        .run("{\"a\": {\"b\": 1}}")
        .hasOutput("1");
  }

  @Test
  void theListenerIsToldEverythingInOrder() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Result": 1, "Next": "B"},
                  "B": {"Type": "Succeed"}}}
                """)
            .run("0");

    ExecutionEvent.Moment a = new ExecutionEvent.Moment(ScriptedExecution.NOW, "A", List.of());
    ExecutionEvent.Moment b = new ExecutionEvent.Moment(ScriptedExecution.NOW, "B", List.of());
    assertThat(execution.events())
        .containsExactly(
            new ExecutionEvent.Entered(a, ScriptedExecution.json("0")),
            new ExecutionEvent.Exited(a, ScriptedExecution.json("1")),
            new ExecutionEvent.Entered(b, ScriptedExecution.json("1")),
            new ExecutionEvent.Exited(b, ScriptedExecution.json("1")));
  }

  @Test
  void whatAListenerThrowsEndsTheExecution() {
    SkippingClock time = new SkippingClock(InstantSource.fixed(ScriptedExecution.NOW));
    StateMachineRunner runner =
        new StateMachineRunner(
            new ScriptedTasks(),
            time,
            time,
            event -> {
              throw new IllegalStateException("the terminal is gone");
            });
    StateMachine machine =
        StateMachine.parse(ScriptedExecution.machineOf("{\"Type\": \"Succeed\"}"), Map.of());

    assertThatThrownBy(
            () ->
                runner.run(
                    machine,
                    ScriptedExecution.RUN,
                    ScriptedExecution.NOW,
                    ScriptedExecution.json("{}")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the terminal is gone");
  }

  @Test
  void aMachineIsGoodForManyExecutions() throws InterruptedException {
    StateMachine machine =
        StateMachine.parse(
            ScriptedExecution.machineOf(
                """
                {"Type": "Task", "Resource": "${work}", "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 1}], "End": true}
                """),
            Map.of("work", "w"));

    for (int i = 0; i < 2; i++) {
      ScriptedExecution.of(machine)
          .task("w", Answer.failure("E", null), Answer.json("1"))
          .run("{}")
          .hasOutput("1");
    }
  }
}
