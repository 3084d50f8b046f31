package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.GET_TWEETS;
import static dev.fedbytweets.states.IngestDefinition.PLACES_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.PROCESS_RAW;
import static dev.fedbytweets.states.IngestDefinition.TWEETS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.USERS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.arrow;
import static dev.fedbytweets.states.IngestScript.DONE;
import static dev.fedbytweets.states.IngestScript.MORE;
import static dev.fedbytweets.states.IngestScript.oneSubject;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `statemachine/ingest.asl.json` does when something fails.
@Timeout(60)
class IngestFailureTest {

  @Test
  void aSubjectThatFailsStopsNeitherTheOthersNorTheProcessing() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .task(
                GET_TWEETS,
                MORE,
                Answer.exception(new RejectedException("subject 'coffee': X answered 400")),
                DONE)
            .run(arrow("execution-input"));

    assertThat(execution.failure().error()).isEqualTo("SubjectsNotCollected");
    assertThat(execution.failure().cause())
        .isEqualTo(
            "1 of 2 subjects could not be collected: [\"coffee\"]. Everything else was collected and is"
                + " in the tables. The first cause: subject 'coffee': X answered 400"
                + " (dev.fedbytweets.core.failure.RejectedException)");
    assertThat(execution.tasks().inputsOf(GET_TWEETS).getLast().at("/subject/name").asText())
        .isEqualTo("tea");
    for (String step : List.of(PROCESS_RAW, TWEETS_TO_SILVER, USERS_TO_SILVER, PLACES_TO_SILVER)) {
      assertThat(execution.tasks().inputsOf(step)).hasSize(1);
    }
  }

  @Test
  void theReportIsMadeEvenIfASubjectFailed() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .task(GET_TWEETS, DONE, Answer.exception(new MisconfiguredException("X answered 401")))
            .run(arrow("execution-input"));

    JsonNode report =
        execution.events(ExecutionEvent.Exited.class).stream()
            .filter(event -> event.moment().state().equals("CollectSubjects"))
            .map(ExecutionEvent.Exited::output)
            .findFirst()
            .orElseThrow();
    assertThat(report.at("/collected/subjects/0/status").asText()).isEqualTo("done");
    ScriptedExecution.assertSame(
        report.at("/collected/subjects/1"),
        """
        {"status": "failed", "subject": "tea", "error": "dev.fedbytweets.core.failure.MisconfiguredException",
         "cause": "X answered 401"}
        """);
    assertThat(report.at("/collected/failed").booleanValue()).isTrue();
    assertThat(execution.entered()).contains("MergeIntoSilver", "ReportFailedSubjects");
  }

  @Test
  void aCauseThatIsNoErrorReportIsTakenAsItIs() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .task(
                GET_TWEETS,
                Answer.failure("Lambda.ResourceNotFoundException", "Function not found"))
            .run(oneSubject());

    assertThat(execution.failure().cause()).contains("The first cause: Function not found");
  }

  @Test
  void aFailureWithoutCauseHasTheSameFields() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .task(GET_TWEETS, Answer.failure("Lambda.Something", null))
            .run(oneSubject());

    assertThat(execution.failure().cause())
        .contains("No cause was given: see the log of GetTweets. (Lambda.Something)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lambda.ServiceException",
        "Lambda.TooManyRequestsException",
        "Lambda.SdkClientException",
        "Lambda.ResourceConflictException",
        "Lambda.CodeArtifactUserPendingException",
        "Lambda.Unknown",
        "Sandbox.Timedout",
        "States.Timeout"
      })
  void faultsOfTheCallHeal(String error) throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .task(GET_TWEETS, Answer.failure(error, null), DONE)
            .task(PROCESS_RAW, Answer.failure(error, null))
            .task(PLACES_TO_SILVER, Answer.failure(error, null))
            .run(oneSubject());

    assertThat(execution.output().at("/subject_failed").booleanValue()).isFalse();
    assertThat(execution.tasks().inputsOf(PLACES_TO_SILVER)).hasSize(2);
  }

  @Test
  void aRetryableExceptionHeals() throws InterruptedException {
    Answer throttled = Answer.exception(new RetryableException("X answered 503"));
    ScriptedExecution execution =
        IngestScript.execution().task(GET_TWEETS, throttled, throttled, DONE).run(oneSubject());

    assertThat(execution.output().at("/subject_failed").booleanValue()).isFalse();
    assertThat(execution.events(ExecutionEvent.Retrying.class)).hasSize(2);
  }

  @Test
  void aFaultThatStaysIsGivenUpWithinSixteenMinutes() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, Answer.exception(new RetryableException("X answered 503")))
            .run(oneSubject());

    assertThat(execution.tasks().inputsOf(GET_TWEETS)).hasSize(9);
    assertThat(execution.waited()).isLessThan(Duration.ofMinutes(16));
    assertThat(execution.failure().cause()).contains("X answered 503");
  }

  @Test
  void whatNeedsAPersonIsNotTriedAgain() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .task(
                PROCESS_RAW, Answer.exception(new MisconfiguredException("LAKE_BUCKET is missing")))
            .run(oneSubject());

    execution.hasFailed(
        "dev.fedbytweets.core.failure.MisconfiguredException",
        "{\"errorMessage\":\"LAKE_BUCKET is missing\","
            + "\"errorType\":\"dev.fedbytweets.core.failure.MisconfiguredException\"}");
    assertThat(execution.tasks().inputsOf(PROCESS_RAW)).hasSize(1);
  }

  @Test
  void aTableThatCannotBeMergedFailsTheExecution() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .task(
                USERS_TO_SILVER, Answer.exception(new RejectedException("silver.users: no schema")))
            .run(oneSubject());

    assertThat(execution.failure().error())
        .isEqualTo("dev.fedbytweets.core.failure.RejectedException");
    assertThat(execution.failure().cause()).contains("silver.users: no schema");
    assertThat(execution.entered()).doesNotContain("Report");
  }

  @Test
  void mediaAreMergedThoughASubjectFailed() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(PROCESS_RAW, Answer.json(IngestScript.bronze(true)))
            .task(GET_TWEETS, Answer.exception(new RejectedException("X answered 400")))
            .run(oneSubject());

    assertThat(execution.tasks().inputsOf(PLACES_TO_SILVER)).hasSize(2);
    assertThat(execution.failure().error()).isEqualTo("SubjectsNotCollected");
  }

  @Test
  void mediaThatCannotBeMergedFailTheExecution() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .always(PROCESS_RAW, Answer.json(IngestScript.bronze(true)))
            .task(
                PLACES_TO_SILVER,
                Answer.json(IngestScript.silver("places")),
                Answer.exception(new RejectedException("silver.media: no schema")))
            .run(oneSubject());

    assertThat(execution.failure().cause()).contains("silver.media: no schema");
    assertThat(execution.entered()).doesNotContain("Report");
  }

  @Test
  void aStatusOfMediaThatNobodyKnowsFailsTheExecution() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .always(PROCESS_RAW, Answer.json(IngestScript.bronze(true)))
            .task(
                PLACES_TO_SILVER,
                Answer.json(IngestScript.silver("places")),
                Answer.json("{\"status\": \"paused\"}"))
            .run(oneSubject());

    assertThat(execution.failure().error()).isEqualTo("States.NoChoiceMatched");
  }

  @Test
  void aStatusThatNobodyKnowsFailsTheSubject() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .task(GET_TWEETS, Answer.json("{\"status\": \"paused\"}"))
            .run(oneSubject());

    assertThat(execution.failure().cause()).endsWith("does not know. (StatusNotKnown)");
    assertThat(execution.tasks().inputsOf(TWEETS_TO_SILVER)).hasSize(1);
  }

  @Test
  void resultsThatDoNotFitIntoAPayloadDoNotKeepWhatIsStoredOutOfTheTables()
      throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .run("{\"subjects\": [%s]}".formatted(subjects(1301)));

    assertThat(execution.failure().cause()).endsWith("(States.DataLimitExceeded)");
    assertThat(execution.tasks().inputsOf(TWEETS_TO_SILVER)).hasSize(1);
  }

  @Test
  void aSubjectThatNeverEndsIsStoppedByTheExecutionsTime() throws InterruptedException {
    String tonight = arrow("get-tweets-output-wait").replace("T10:15:05Z", "T20:00:00Z");
    ScriptedExecution execution =
        IngestScript.execution().task(GET_TWEETS, Answer.json(tonight)).run(oneSubject());

    execution.hasFailed("States.Timeout", "the execution took longer than 21600 seconds");
  }

  /// As many subjects as Terraform and `lake.yaml` take, with as much text, and each cause as long
  /// as a message may be, in characters of three bytes.
  @Test
  void aHundredSubjectsThatFailWithTheLongestCausesStayWithinTheDataLimit()
      throws InterruptedException {
    String cause = "\u30ab".repeat(LakeException.LONGEST_MESSAGE);
    String trace = "\"at dev.fedbytweets.X.y(X.java:1)\",".repeat(800);
    String error = "dev.fedbytweets.core.failure.MisconfiguredException";
    String report =
        "{\"errorMessage\":\"%s\",\"errorType\":\"%s\",\"stackTrace\":[%s\"\"]}"
            .formatted(cause, error, trace);
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, Answer.failure(error, report))
            .run("{\"subjects\": [%s]}".formatted(subjects(100)));

    assertThat(execution.failure().error()).isEqualTo("SubjectsNotCollected");
    assertThat(execution.failure().cause())
        .startsWith("100 of 100 subjects could not be collected: [\"")
        .contains(subjectName(99), cause)
        .hasSizeLessThan(32_768);
  }

  private static String subjects(int count) {
    String query = "q".repeat(count == 100 ? 560 : 1);
    return IntStream.range(0, count)
        .mapToObj(
            number -> "{\"name\": \"%s\", \"query\": \"%s\"}".formatted(subjectName(number), query))
        .collect(Collectors.joining(","));
  }

  private static String subjectName(int number) {
    return "s%063d".formatted(number);
  }
}
