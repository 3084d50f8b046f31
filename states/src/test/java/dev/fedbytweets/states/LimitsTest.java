package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Limits on time and on data.
@Timeout(30)
class LimitsTest {

  @Test
  void aTaskThatTakesTooLongIsInterruptedAndTimesOut() throws InterruptedException {
    AtomicBoolean interrupted = new AtomicBoolean();
    ScriptedExecution execution =
        ScriptedExecution.ofState(
                """
                {"Type": "Task", "Resource": "work", "TimeoutSeconds": 1,
                  "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1}], "End": true}
                """)
            .task("work", hangUntilInterrupted(interrupted), Answer.json("1"))
            .run("{}");

    execution.hasOutput("1");
    assertThat(interrupted).isTrue();
    assertThat(execution.events(ExecutionEvent.Retrying.class))
        .singleElement()
        .satisfies(
            retrying -> {
              assertThat(retrying.problem().error()).isEqualTo("States.Timeout");
              assertThat(retrying.problem().cause())
                  .isEqualTo("the task took longer than 1 seconds");
            });
  }

  @Test
  void aTaskIsToldHowMuchTimeItHas() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.ofState(
                """
                {"Type": "Task", "Resource": "work", "TimeoutSeconds": 930, "End": true}
                """)
            .task("work", Answer.json("1"))
            .run("{}");

    assertThat(execution.tasks().calls())
        .extracting(ScriptedTasks.Call::timeout)
        .containsExactly(Duration.ofSeconds(930));
  }

  @Test
  void anExecutionThatWaitsTooLongFailsAtItsEnd() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "S", "TimeoutSeconds": 60, "States": {
                  "S": {"Type": "Wait", "Seconds": 61, "End": true}}}
                """)
            .run("{}");

    execution.hasFailed("States.Timeout", "the execution took longer than 60 seconds");
    assertThat(execution.waited()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void anExecutionThatLoopsTooLongFailsAndNothingCatchesThat() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "S", "TimeoutSeconds": 60, "States": {
                  "S": {"Type": "Parallel",
                    "Branches": [{"StartAt": "A", "States": {
                      "A": {"Type": "Wait", "Seconds": 7, "Next": "B"},
                      "B": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "C"}],
                        "Default": "A"},
                      "C": {"Type": "Succeed"}}}],
                    "Retry": [{"ErrorEquals": ["States.Timeout"]}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}],
                    "Next": "Z"},
                  "Z": {"Type": "Succeed"}}}
                """)
            .run("{}");

    execution.hasFailed("States.Timeout", "the execution took longer than 60 seconds");
    assertThat(execution.waited()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aTaskIsGivenNoMoreTimeThanTheExecutionHas() throws InterruptedException {
    AtomicBoolean interrupted = new AtomicBoolean();
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "S", "TimeoutSeconds": 1, "States": {
                  "S": {"Type": "Task", "Resource": "work", "TimeoutSeconds": 930,
                    "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true}}}
                """)
            .task("work", hangUntilInterrupted(interrupted))
            .run("{}");

    execution.hasFailed("States.Timeout", "the execution took longer than 1 seconds");
    assertThat(interrupted).isTrue();
  }

  @Test
  void aResultOf256KibIsTakenAndOneByteMoreIsNot() throws InterruptedException {
    String most = "a".repeat(Json.LARGEST_PAYLOAD - 2);

    ScriptedExecution fits = echo().task("work", input -> Json.ofText(most)).run("{}");
    ScriptedExecution tooMuch = echo().task("work", input -> Json.ofText(most + "a")).run("{}");

    assertThat(fits.output().textValue()).isEqualTo(most);
    tooMuch.hasFailed(
        "States.DataLimitExceeded", "the task's result has 262145 bytes, 262144 are allowed");
  }

  @Test
  void bytesCountNotCharacters() throws InterruptedException {
    ScriptedExecution execution =
        echo().task("work", input -> Json.ofText("é".repeat(Json.LARGEST_PAYLOAD / 2))).run("{}");

    execution.hasFailed(
        "States.DataLimitExceeded", "the task's result has 262146 bytes, 262144 are allowed");
  }

  @Test
  void outputsAndInputsAreLimitedToo() throws InterruptedException {
    String half = "\"%s\"".formatted("a".repeat(Json.LARGEST_PAYLOAD / 2));
    String twice = "{\"one.$\": \"$\", \"two.$\": \"$\"}";

    ScriptedExecution output =
        ScriptedExecution.ofState(
                "{\"Type\": \"Pass\", \"Parameters\": %s, \"End\": true}".formatted(twice))
            .run(half);
    ScriptedExecution taskInput =
        ScriptedExecution.ofState(
                "{\"Type\": \"Task\", \"Resource\": \"work\", \"Parameters\": %s, \"End\": true}"
                    .formatted(twice))
            .run(half);
    ScriptedExecution input = echo().run("[%s, %s]".formatted(half, half));

    assertThat(output.failure().cause()).startsWith("the state's output has ");
    assertThat(taskInput.failure().cause()).startsWith("the task's input has ");
    assertThat(input.failure().cause()).startsWith("the execution's input has ");
  }

  private static ScriptedExecution echo() {
    return ScriptedExecution.ofState("{\"Type\": \"Task\", \"Resource\": \"work\", \"End\": true}");
  }

  private static Answer hangUntilInterrupted(AtomicBoolean interrupted) {
    return input -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.set(true);
      }
      return input;
    };
  }
}
