package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAndCatchTest {

  @Test
  void retriersCountApartAndTheOneThatIsUsedUpLeavesTheRestToCatchers()
      throws InterruptedException {
    // The specification's example: ErrorA, ErrorB, ErrorC, ErrorB.
    ScriptedExecution execution =
        task("""
        "Retry": [
          {"ErrorEquals": ["ErrorA", "ErrorB"], "IntervalSeconds": 1, "BackoffRate": 2, "MaxAttempts": 2},
          {"ErrorEquals": ["ErrorC"], "IntervalSeconds": 5}
        ],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}],
        """)
            .task("work", error("ErrorA"), error("ErrorB"), error("ErrorC"), error("ErrorB"))
            .run("{}");

    execution.hasOutput("{\"Error\": \"ErrorB\", \"Cause\": \"because\"}");
    assertThat(execution.waited()).isEqualTo(Duration.ofSeconds(1 + 2 + 5));
    assertThat(execution.entered()).containsExactly("S", "Z");
  }

  @Test
  void aRetryHealsAndIsToldAbout() throws InterruptedException {
    RetryableException exception = new RetryableException("s3://lake/raw: 503");
    ScriptedExecution execution =
        task("""
        "Retry": [{"ErrorEquals": ["dev.fedbytweets.core.failure.RetryableException"], "IntervalSeconds": 3}],
        """)
            .task("work", Answer.exception(exception), Answer.json("1"))
            .run("{}");

    execution.hasOutput("1");
    assertThat(execution.events(ExecutionEvent.Retrying.class))
        .singleElement()
        .satisfies(
            retrying -> {
              assertThat(retrying.retry()).isEqualTo(1);
              assertThat(retrying.next()).isEqualTo(ScriptedExecution.NOW.plusSeconds(3));
              assertThat(retrying.problem().error()).isEqualTo(RetryableException.class.getName());
              assertThat(retrying.problem().exception()).isSameAs(exception);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // retrier | seconds waited in all
        "                                                              | 1 + 2 + 4 = 7",
        "'IntervalSeconds': 3, 'BackoffRate': 1.5, 'MaxAttempts': 2    | 3 + 4.5 = 7.5",
        "'IntervalSeconds': 3, 'MaxAttempts': 3, 'MaxDelaySeconds': 5  | 3 + 5 + 5 = 13",
        "'BackoffRate': 1, 'MaxAttempts': 4, 'JitterStrategy': 'NONE'  | 1 + 1 + 1 + 1 = 4",
        "'MaxAttempts': 0                                              | nothing = 0",
      })
  void pausesGrowFromTheInterval(String retrier, String waited) throws InterruptedException {
    String fields = retrier == null ? "" : ", " + retrier.replace('\'', '"');
    ScriptedExecution execution =
        task("\"Retry\": [{\"ErrorEquals\": [\"E\"]%s}],".formatted(fields))
            .always("work", error("E"))
            .run("{}");

    execution.hasFailed("E", "because");
    String seconds = waited.substring(waited.indexOf('=') + 2);
    assertThat(execution.waited().toMillis())
        .isEqualTo((long) (Double.parseDouble(seconds) * 1000));
  }

  @Test
  void jitterKeepsPausesWithinTheirLimit() throws InterruptedException {
    ScriptedExecution execution =
        task("""
        "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 10, "MaxAttempts": 3, "JitterStrategy": "FULL"}],
        """)
            .always("work", error("E"))
            .run("{}");

    assertThat(execution.waited()).isLessThanOrEqualTo(Duration.ofSeconds(10 + 20 + 40));
    assertThat(execution.tasks().calls()).hasSize(4);
  }

  @Test
  void anotherVisitStartsToCountAnew() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
                """
                {"StartAt": "S", "States": {
                  "S": {"Type": "Task", "Resource": "work", "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 1}],
                    "Next": "Again?"},
                  "Again?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "S"}],
                    "Default": "Done"},
                  "Done": {"Type": "Succeed"}}}
                """)
            .task("work", error("E"), Answer.json("1"), error("E"), Answer.json("2"))
            .run("{}");

    execution.hasOutput("2");
    assertThat(execution.waited()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void theContextObjectCountsRetries() throws InterruptedException {
    ScriptedExecution execution =
        task("""
        "Parameters": {"n.$": "$$.State.RetryCount"},
        "Retry": [{"ErrorEquals": ["A"]}, {"ErrorEquals": ["B"]}],
        """)
            .task("work", error("A"), error("B"), Answer.json("1"))
            .run("{}");

    assertThat(execution.tasks().inputsOf("work"))
        .extracting(input -> input.get("n").intValue())
        .containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // error | named in ErrorEquals | taken
        "E                        | E                        | true",
        "E                        | e                        | false",
        "E                        | States.ALL               | true",
        "E                        | States.TaskFailed        | true",
        "States.Timeout           | States.ALL               | true",
        "States.Timeout           | States.TaskFailed        | false",
        "States.Timeout           | States.Timeout           | true",
        "States.DataLimitExceeded | States.ALL               | false",
        "States.DataLimitExceeded | States.TaskFailed        | false",
        "States.DataLimitExceeded | States.DataLimitExceeded | true",
        "Lambda.Unknown           | States.TaskFailed        | true",
      })
  void errorNamesMatch(String error, String named, boolean taken) throws InterruptedException {
    ScriptedExecution execution =
        task("\"Catch\": [{\"ErrorEquals\": [\"%s\"], \"Next\": \"Z\"}],".formatted(named))
            .task("work", error(error))
            .run("{}");

    assertThat(execution.entered().getLast()).isEqualTo(taken ? "Z" : "S");
  }

  @Test
  void whatTheDefinitionGetsWrongIsNeitherRetriedNorCaught() throws InterruptedException {
    ScriptedExecution execution =
        task("""
        "Parameters": {"a.$": "$.missing"},
        "Retry": [{"ErrorEquals": ["States.ALL"]}],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}],
        """)
            .run("{}");

    assertThat(execution.failure().error()).isEqualTo("States.ParameterPathFailure");
    assertThat(execution.waited()).isZero();
  }

  @Test
  void aCatcherPutsTheErrorIntoTheRawInput() throws InterruptedException {
    ScriptedExecution execution =
        task("""
        "InputPath": "$.b", "ResultPath": "$.result",
        "Catch": [
          {"ErrorEquals": ["Other"], "Next": "S"},
          {"ErrorEquals": ["java.lang.Exception", "E"], "ResultPath": "$.error-info", "Next": "Z"},
          {"ErrorEquals": ["States.ALL"], "Next": "S"}
        ],
        """)
            .task("work", error("E"))
            .run("{\"b\": 1}");

    execution.hasOutput("{\"b\": 1, \"error-info\": {\"Error\": \"E\", \"Cause\": \"because\"}}");
    assertThat(execution.events(ExecutionEvent.Failed.class))
        .singleElement()
        .satisfies(failed -> assertThat(failed.caughtBy()).isEqualTo("Z"));
  }

  @Test
  void aCatcherMayDropTheError() throws InterruptedException {
    ScriptedExecution execution =
        task("\"Catch\": [{\"ErrorEquals\": [\"E\"], \"ResultPath\": null, \"Next\": \"Z\"}],")
            .task("work", error("E"))
            .run("{\"b\": 1}");

    execution.hasOutput("{\"b\": 1}");
  }

  @Test
  void anErrorWithoutCauseHasNone() throws InterruptedException {
    ScriptedExecution execution =
        task("\"Catch\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"Z\"}],")
            .task("work", Answer.failure("E", null))
            .run("{}");

    execution.hasOutput("{\"Error\": \"E\"}");
  }

  @Test
  void withoutCatcherTheExecutionFailsAndTheExceptionIsTold() throws InterruptedException {
    IllegalStateException exception = new IllegalStateException("no \"lake\"");
    ScriptedExecution execution = task("").task("work", Answer.exception(exception)).run("{}");

    execution.hasFailed(
        "java.lang.IllegalStateException",
        "{\"errorMessage\":\"no \\\"lake\\\"\",\"errorType\":\"java.lang.IllegalStateException\"}");
    List<ExecutionEvent.Failed> failed = execution.events(ExecutionEvent.Failed.class);
    assertThat(failed)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.caughtBy()).isNull();
              assertThat(event.problem().exception()).isSameAs(exception);
            });
  }

  private static Answer error(String name) {
    return Answer.failure(name, "because");
  }

  private static ScriptedExecution task(String fields) {
    return ScriptedExecution.of(
        """
        {"StartAt": "S", "States": {
          "S": {"Type": "Task", "Resource": "work", %s "Next": "Z"},
          "Z": {"Type": "Succeed"}}}
        """
            .formatted(fields));
  }
}
