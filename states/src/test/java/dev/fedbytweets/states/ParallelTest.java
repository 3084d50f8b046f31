package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelTest {

  private static final String TWO =
      """
      {"Type": "Parallel", "ResultPath": "$.both", %s
        "Branches": [
          {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "a", "End": true}}},
          {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "b", "End": true}}}
        ], "End": true}
      """;

  @Test
  void branchesRunAtTheSameTimeAndTheirOutputsKeepTheirOrder() throws InterruptedException {
    CyclicBarrier together = new CyclicBarrier(2);
    CountDownLatch second = new CountDownLatch(1);
    ScriptedExecution execution =
        ScriptedExecution.ofState(TWO.formatted(""))
            .task(
                "a",
                input -> {
                  together.await(10, TimeUnit.SECONDS);
                  second.await(10, TimeUnit.SECONDS);
                  return input.get("x");
                })
            .task(
                "b",
                input -> {
                  together.await(10, TimeUnit.SECONDS);
                  second.countDown();
                  return Json.ofText("b");
                })
            .run("{\"x\": 1}");

    execution.hasOutput("{\"x\": 1, \"both\": [1, \"b\"]}");
  }

  @Test
  void aBranchThatFailsStopsTheOthersAndGivesItsErrorToTheState() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    ScriptedExecution execution =
        ScriptedExecution.ofState(TWO.formatted(""))
            .task(
                "a",
                input -> {
                  started.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.set(true);
                  }
                  return input;
                })
            .task(
                "b",
                input -> {
                  started.await();
                  throw new TaskFailure("E", "because");
                })
            .run("{}");

    execution.hasFailed("E", "because");
    assertThat(interrupted).isTrue();
    assertThat(execution.events(ExecutionEvent.Failed.class))
        .extracting(failed -> failed.moment().state())
        .containsExactly("B", "S");
  }

  @Test
  void theStateCanBeTriedAgainAsAWhole() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.ofState(TWO.formatted("\"Retry\": [{\"ErrorEquals\": [\"E\"]}],"))
            .always("a", Answer.json("1"))
            .task("b", Answer.failure("E", null), Answer.json("2"))
            .run("{}");

    execution.hasOutput("{\"both\": [1, 2]}");
    assertThat(execution.tasks().inputsOf("b")).hasSize(2);
  }

  @Test
  void theErrorOfAFailStateWithinABranchCanBeCaught() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "S", "States": {
                  "S": {"Type": "Parallel",
                    "Branches": [
                      {"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "E", "Cause": "because"}}}
                    ],
                    "Catch": [{"ErrorEquals": ["States.TaskFailed"], "ResultPath": "$.e", "Next": "Z"}],
                    "Next": "Z"},
                  "Z": {"Type": "Succeed"}}}
                """)
            .run("{}");

    execution.hasOutput("{\"e\": {\"Error\": \"E\", \"Cause\": \"because\"}}");
  }

  @Test
  void aSucceedStateEndsItsBranchOnly() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "S", "States": {
                  "S": {"Type": "Parallel", "Parameters": {"v.$": "$.x"},
                    "Branches": [
                      {"StartAt": "A", "States": {"A": {"Type": "Succeed", "OutputPath": "$.v"}}},
                      {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": "b", "Next": "C"},
                        "C": {"Type": "Succeed"}}}
                    ],
                    "ResultSelector": {"first.$": "$[0]", "second.$": "$[1]"},
                    "Next": "Z"},
                  "Z": {"Type": "Pass", "End": true}}}
                """)
            .run("{\"x\": 5}");

    execution.hasOutput("{\"first\": 5, \"second\": \"b\"}");
    assertThat(execution.entered()).contains("A", "B", "C", "Z");
  }

  @Test
  void aMistakeOfTheDefinitionWithinABranchFailsTheExecution() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "S", "States": {
                  "S": {"Type": "Parallel",
                    "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed", "InputPath": "$.gone"}}}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}],
                    "Next": "Z"},
                  "Z": {"Type": "Succeed"}}}
                """)
            .run("{}");

    execution.hasFailed(
        "States.Runtime",
        "state 'A': InputPath: the path '$.gone' leads to nothing in the state's input");
  }
}
