package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.GET_TWEETS;
import static dev.fedbytweets.states.IngestDefinition.PLACES_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.PROCESS_RAW;
import static dev.fedbytweets.states.IngestDefinition.TWEETS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.USERS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.arrow;
import static dev.fedbytweets.states.IngestTrial.DONE;
import static dev.fedbytweets.states.IngestTrial.MORE;
import static dev.fedbytweets.states.IngestTrial.WAIT;
import static dev.fedbytweets.states.IngestTrial.oneSubject;
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
    Trial trial = IngestTrial.trial().always(GET_TWEETS, DONE).run(arrow("execution-input"));

    assertThat(trial.tasks().calls().stream().map(ScriptedTasks.Call::resource).limit(3))
        .containsExactly(GET_TWEETS, GET_TWEETS, PROCESS_RAW);
    assertThat(trial.tasks().calls().stream().map(ScriptedTasks.Call::resource).skip(3))
        .containsExactlyInAnyOrder(TWEETS_TO_SILVER, USERS_TO_SILVER, PLACES_TO_SILVER);
    assertThat(trial.output()).isNotNull();
    assertThat(trial.waited()).isZero();
  }

  @Test
  void everyStepGetsWhatItsContractSays() throws InterruptedException {
    Trial trial = IngestTrial.trial().always(GET_TWEETS, DONE).run(arrow("execution-input"));

    List<JsonNode> collected = trial.tasks().inputsOf(GET_TWEETS);
    Trial.assertSame(collected.getFirst(), arrow("get-tweets-input"));
    Trial.assertSame(
        collected.getLast(),
        """
        {"run": %s, "subject": {"name": "tea", "query": "tea lang:en"}}
        """
            .formatted(RUN));
    Trial.assertSame(trial.tasks().inputsOf(PROCESS_RAW).getFirst(), arrow("process-raw-input"));
    Trial.assertSame(trial.tasks().inputsOf(TWEETS_TO_SILVER).getFirst(), arrow("to-silver-input"));
    for (String table : List.of("users", "places")) {
      String resource = table.equals("users") ? USERS_TO_SILVER : PLACES_TO_SILVER;
      Trial.assertSame(
          trial.tasks().inputsOf(resource).getFirst(),
          arrow("to-silver-input").replace("tweets", table));
    }
  }

  @Test
  void theReportHoldsWhatEveryStepAnsweredLast() throws InterruptedException {
    Trial trial = IngestTrial.trial().always(GET_TWEETS, DONE).run(oneSubject());

    Trial.assertSame(
        trial.output(),
        """
        {"run": %s, "subjects": [%s], "subject_failed": false, "bronze": %s, "silver": [%s, %s, %s]}
        """
            .formatted(
                RUN,
                arrow("get-tweets-output-done"),
                arrow("process-raw-output"),
                IngestTrial.silver("tweets"),
                IngestTrial.silver("users"),
                IngestTrial.silver("places")));
    assertThat(trial.entered()).endsWith("IsSilverComplete", "Report");
  }

  @Test
  void moreMeansAgainAtOnce() throws InterruptedException {
    Trial trial = IngestTrial.trial().task(GET_TWEETS, MORE, MORE, DONE).run(oneSubject());

    assertThat(trial.tasks().inputsOf(GET_TWEETS)).hasSize(3);
    assertThat(trial.tasks().inputsOf(GET_TWEETS))
        .allSatisfy(input -> Trial.assertSame(input, arrow("get-tweets-input")));
    assertThat(trial.waited()).isZero();
    Trial.assertSame(
        trial.output().at("/subjects"), "[%s]".formatted(arrow("get-tweets-output-done")));
  }

  @Test
  void waitMeansAgainAtTheTimeThatTheStepNames() throws InterruptedException {
    Trial trial = IngestTrial.trial().task(GET_TWEETS, WAIT, DONE).run(oneSubject());

    assertThat(trial.waited())
        .isEqualTo(Duration.between(Trial.NOW, Instant.parse("2026-11-21T10:15:05Z")));
    assertThat(trial.entered())
        .containsSubsequence("GetTweets", "WaitForX", "GetTweets", "SubjectCollected");
    assertThat(trial.output().at("/subjects/0/status").asText()).isEqualTo("done");
  }

  @Test
  void theSecondSubjectStartsWhenTheFirstIsDone() throws InterruptedException {
    Trial trial =
        IngestTrial.trial().task(GET_TWEETS, MORE, WAIT, DONE, DONE).run(arrow("execution-input"));

    assertThat(trial.tasks().inputsOf(GET_TWEETS))
        .extracting(input -> input.at("/subject/name").asText())
        .containsExactly("coffee", "coffee", "coffee", "tea");
  }

  @Test
  void processingAndMergingGoOnWhileThereIsMore() throws InterruptedException {
    Trial trial =
        IngestTrial.trial()
            .always(GET_TWEETS, DONE)
            .task(PROCESS_RAW, more("process-raw-output"))
            .task(USERS_TO_SILVER, more("to-silver-output"), more("to-silver-output"))
            .run(oneSubject());

    assertThat(trial.tasks().inputsOf(PROCESS_RAW)).hasSize(2);
    assertThat(trial.tasks().inputsOf(USERS_TO_SILVER)).hasSize(3);
    // A table without anything left is asked along: one state less for each table in each run.
    assertThat(trial.tasks().inputsOf(TWEETS_TO_SILVER)).hasSize(3);
    assertThat(trial.output().at("/bronze/status").asText()).isEqualTo("done");
    assertThat(trial.output().at("/silver/1/status").asText()).isEqualTo("done");
  }

  @Test
  void withoutSubjectsTheStoredPagesAreStillProcessed() throws InterruptedException {
    Trial trial = IngestTrial.trial().run("{\"subjects\": []}");

    Trial.assertSame(trial.output().at("/subjects"), "[]");
    assertThat(trial.tasks().inputsOf(PROCESS_RAW)).hasSize(1);
  }

  private static Answer more(String arrow) {
    return Answer.json(arrow(arrow).replace("\"done\"", "\"more\""));
  }
}
