package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.GET_TWEETS;
import static dev.fedbytweets.states.IngestDefinition.PLACES_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.PROCESS_RAW;
import static dev.fedbytweets.states.IngestDefinition.TWEETS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.USERS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.arrow;
import static dev.fedbytweets.states.IngestScript.DONE;
import static dev.fedbytweets.states.IngestScript.MORE;
import static dev.fedbytweets.states.IngestScript.WAIT;
import static dev.fedbytweets.states.IngestScript.oneSubject;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What `statemachine/ingest.asl.json` does when all goes well, with tasks that answer as the
/// samples of its arrows.
@Timeout(60)
class IngestFlowTest {

  private static final String RUN =
      """
      {"name": "2f1c9a4e-run", "started_at": "2026-11-21T10:00:00.123Z"}
      """;

  @Test
  void aRunCollectsEverySubjectInOrderThenProcessesThenMerges() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution().always(GET_TWEETS, DONE).run(arrow("execution-input"));

    assertThat(execution.tasks().calls().stream().map(ScriptedTasks.Call::resource).limit(3))
        .containsExactly(GET_TWEETS, GET_TWEETS, PROCESS_RAW);
    assertThat(execution.tasks().calls().stream().map(ScriptedTasks.Call::resource).skip(3))
        .containsExactlyInAnyOrder(TWEETS_TO_SILVER, USERS_TO_SILVER, PLACES_TO_SILVER);
    assertThat(execution.output()).isNotNull();
    assertThat(execution.waited()).isZero();
  }

  @Test
  void everyStepGetsWhatItsContractSays() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution().always(GET_TWEETS, DONE).run(arrow("execution-input"));

    List<JsonNode> collected = execution.tasks().inputsOf(GET_TWEETS);
    ScriptedExecution.assertSame(collected.getFirst(), arrow("get-tweets-input"));
    ScriptedExecution.assertSame(
        collected.getLast(),
        """
        {"run": %s, "subject": {"name": "tea", "query": "tea lang:en"}}
        """
            .formatted(RUN));
    ScriptedExecution.assertSame(
        execution.tasks().inputsOf(PROCESS_RAW).getFirst(), arrow("process-raw-input"));
    ScriptedExecution.assertSame(
        execution.tasks().inputsOf(TWEETS_TO_SILVER).getFirst(), arrow("to-silver-input"));
    for (String table : List.of("users", "places")) {
      String resource = table.equals("users") ? USERS_TO_SILVER : PLACES_TO_SILVER;
      ScriptedExecution.assertSame(
          execution.tasks().inputsOf(resource).getFirst(),
          arrow("to-silver-input").replace("tweets", table));
    }
  }

  @Test
  void theReportHoldsWhatEveryStepAnsweredLast() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution().always(GET_TWEETS, DONE).run(oneSubject());

    ScriptedExecution.assertSame(
        execution.output(),
        """
        {"run": %s, "subjects": [%s], "subject_failed": false, "bronze": %s,
         "silver": {"tables": [%s, %s, %s]}}
        """
            .formatted(
                RUN,
                arrow("get-tweets-output-done"),
                IngestScript.bronze(false),
                IngestScript.silver("tweets"),
                IngestScript.silver("users"),
                IngestScript.silver("places")));
    assertThat(execution.entered()).endsWith("IsSilverComplete", "Report");
  }

  @Test
  void moreMeansAgainAtOnce() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution().task(GET_TWEETS, MORE, MORE, DONE).run(oneSubject());

    assertThat(execution.tasks().inputsOf(GET_TWEETS)).hasSize(3);
    assertThat(execution.tasks().inputsOf(GET_TWEETS))
        .allSatisfy(input -> ScriptedExecution.assertSame(input, arrow("get-tweets-input")));
    assertThat(execution.waited()).isZero();
    ScriptedExecution.assertSame(
        execution.output().at("/subjects"), "[%s]".formatted(arrow("get-tweets-output-done")));
  }

  @Test
  void waitMeansAgainAtTheTimeThatTheStepNames() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution().task(GET_TWEETS, WAIT, DONE).run(oneSubject());

    assertThat(execution.waited())
        .isEqualTo(Duration.between(ScriptedExecution.NOW, Instant.parse("2026-11-21T10:15:05Z")));
    assertThat(execution.entered())
        .containsSubsequence("GetTweets", "WaitForX", "GetTweets", "SubjectCollected");
    assertThat(execution.output().at("/subjects/0/status").asText()).isEqualTo("done");
  }

  @Test
  void theSecondSubjectStartsWhenTheFirstIsDone() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .task(GET_TWEETS, MORE, WAIT, DONE, DONE)
            .run(arrow("execution-input"));

    assertThat(execution.tasks().inputsOf(GET_TWEETS))
        .extracting(input -> input.at("/subject/name").asText())
        .containsExactly("coffee", "coffee", "coffee", "tea");
  }

  @Test
  void processingAndMergingGoOnWhileThereIsMore() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .task(PROCESS_RAW, more(IngestScript.bronze(false)))
            .task(
                USERS_TO_SILVER,
                more(IngestScript.silver("users")),
                more(IngestScript.silver("users")))
            .run(oneSubject());

    assertThat(execution.tasks().inputsOf(PROCESS_RAW)).hasSize(2);
    assertThat(execution.tasks().inputsOf(USERS_TO_SILVER)).hasSize(3);
    // A table without anything left is asked along: one state less for each table in each run.
    assertThat(execution.tasks().inputsOf(TWEETS_TO_SILVER)).hasSize(3);
    assertThat(execution.output().at("/bronze/status").asText()).isEqualTo("done");
    assertThat(execution.output().at("/silver/tables/1/status").asText()).isEqualTo("done");
  }

  @Test
  void mediaAreMergedAfterTheOthersByTheFunctionOfThePlaces() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution()
            .always(GET_TWEETS, DONE)
            .always(PROCESS_RAW, Answer.json(IngestScript.bronze(true)))
            .task(
                PLACES_TO_SILVER,
                Answer.json(IngestScript.silver("places")),
                more(IngestScript.silver("media")),
                Answer.json(IngestScript.silver("media")))
            .run(oneSubject());

    List<JsonNode> inputs = execution.tasks().inputsOf(PLACES_TO_SILVER);
    assertThat(inputs)
        .extracting(input -> input.path("table").asText())
        .containsExactly("places", "media", "media");
    ScriptedExecution.assertSame(
        inputs.getLast(), arrow("to-silver-input").replace("tweets", "media"));
    ScriptedExecution.assertSame(
        execution.output().at("/silver/media"), IngestScript.silver("media"));
    assertThat(execution.tasks().inputsOf(TWEETS_TO_SILVER)).hasSize(1);
    assertThat(execution.entered())
        .endsWith(
            "MediaToSilver", "IsSilverComplete", "MediaToSilver", "IsSilverComplete", "Report");
  }

  @Test
  void aLakeWithoutMediaTakesNoStepForThem() throws InterruptedException {
    ScriptedExecution execution =
        IngestScript.execution().always(GET_TWEETS, DONE).run(oneSubject());

    assertThat(execution.tasks().inputsOf(PLACES_TO_SILVER)).hasSize(1);
    assertThat(execution.entered()).doesNotContain("MediaToSilver");
  }

  @Test
  void withoutSubjectsTheStoredPagesAreStillProcessed() throws InterruptedException {
    ScriptedExecution execution = IngestScript.execution().run("{\"subjects\": []}");

    ScriptedExecution.assertSame(execution.output().at("/subjects"), "[]");
    assertThat(execution.tasks().inputsOf(PROCESS_RAW)).hasSize(1);
  }

  private static Answer more(String answer) {
    return Answer.json(answer.replace("\"done\"", "\"more\""));
  }
}
