package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.arrow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What `statemachine/comply.asl.json` does, with tasks that answer as the samples of its arrows.
@Timeout(60)
class ComplyFlowTest {

  private static final String COMPLY = DefinitionFile.arn("comply");
  private static final String FORGET = "arn:aws:states:::states:startExecution.sync:2";

  static final DefinitionFile FILE =
      new DefinitionFile(
          "comply.asl.json",
          Map.of("comply_arn", COMPLY, "forget_machine_arn", DefinitionFile.arn("forget")));

  private static final Answer WAIT = Answer.json(arrow("comply-output-wait"));
  private static final Answer DONE = Answer.json(arrow("comply-output-done"));
  private static final Answer NOTHING =
      Answer.json(arrow("comply-output-done").replace("\"2f1c9a4e-run\"],", "],"));
  private static final Answer MORE =
      Answer.json(
          arrow("comply-output-done").replace("\"2f1c9a4e-run\"],", "],").replace("done", "more"));

  private final ScriptedExecution execution = ScriptedExecution.of(FILE.machine());

  @Test
  void xIsWaitedForAndWhatComesBackIsForgotten() throws InterruptedException {
    execution
        .task(COMPLY, WAIT, WAIT, MORE)
        .always(COMPLY, DONE)
        .always(FORGET, Answer.json("{}"))
        .run("{}");

    assertThat(execution.tasks().inputsOf(COMPLY)).hasSize(4);
    List<JsonNode> forgets = execution.tasks().inputsOf(FORGET);
    assertThat(forgets).hasSize(1);
    assertThat(forgets.getFirst().at("/Input/requests").textValue())
        .isEqualTo("state/forget-requests/2f1c9a4e-run.json");
    execution.hasOutput(arrow("comply-output-done"));
  }

  @Test
  void whereNothingHappenedNothingIsForgotten() throws InterruptedException {
    execution.always(COMPLY, NOTHING).run("{}");

    assertThat(execution.tasks().inputsOf(FORGET)).isEmpty();
  }

  @Test
  void whatIsOpenOfEarlierDaysIsGoneOnWithAndHoldsNothingUp() throws InterruptedException {
    Answer failed = Answer.failure("States.TaskFailed", "SomethingIsLeft");
    execution
        .always(
            COMPLY,
            Answer.json(
                arrow("comply-output-done")
                    .replace("[\"2f1c9a4e-run\"]", "[\"2f1c9a4e-run\", \"a\", \"b\"]")))
        .task(FORGET, Answer.json("{}"), failed, failed, failed)
        .always(FORGET, Answer.json("{}"))
        .run("{}");

    assertThat(execution.tasks().inputsOf(FORGET))
        .extracting(input -> input.at("/Input/requests").textValue())
        .containsExactly(
            "state/forget-requests/2f1c9a4e-run.json",
            "state/forget-requests/a.json",
            "state/forget-requests/a.json",
            "state/forget-requests/a.json",
            "state/forget-requests/b.json");
    execution.hasFailed(
        "NotAllForgotten",
        "X was asked, but forgetting failed for [\"a\"]. The next check tries it again.");
  }

  @Test
  void whatHealsIsTriedAgainAndWhatCannotFails() throws InterruptedException {
    Answer lost = Answer.failure("dev.fedbytweets.core.failure.RetryableException", "no answer");
    Answer refused =
        Answer.failure("dev.fedbytweets.core.failure.MisconfiguredException", "no access");
    execution.task(COMPLY, lost, lost).always(COMPLY, refused).run("{}");

    assertThat(execution.tasks().inputsOf(COMPLY)).hasSize(3);
    execution.hasFailed("dev.fedbytweets.core.failure.MisconfiguredException", "no access");
  }
}
