package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.arrow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What `statemachine/forget.asl.json` does, with tasks that answer as the samples of its arrows.
@Timeout(60)
class ForgetFlowTest {

  private static final String FORGET = DefinitionFile.arn("forget");
  private static final String PROCESS_RAW = DefinitionFile.arn("process-raw");
  private static final String LIST = "arn:aws:states:::aws-sdk:sfn:listExecutions";
  private static final String START = "arn:aws:states:::states:startExecution.sync:2";
  private static final String DESCRIBE = "arn:aws:states:::aws-sdk:sfn:describeExecution";

  static final DefinitionFile FILE =
      new DefinitionFile(
          "forget.asl.json",
          Map.of(
              "forget_arn",
              FORGET,
              "process_raw_arn",
              PROCESS_RAW,
              "ingest_machine_arn",
              "arn:ingest",
              "maintain_machine_arn",
              "arn:maintain",
              "gold_machine_arn",
              "arn:gold"));

  private static final String REQUEST = "{\"requests\": \"state/forget-requests/2026-11-29.json\"}";

  /// As Lambda serves it, 15 minutes and a bit.
  private static final Duration FUNCTIONS_END = Duration.ofMinutes(16);

  private static final Answer MORE = Answer.json(arrow("forget-output-more"));
  private static final Answer WAIT =
      Answer.json(arrow("forget-output-more").replace("\"more\"", "\"wait\""));
  private static final Answer DONE = Answer.json(arrow("forget-output-done"));
  private static final Answer NOTHING_RUNS = Answer.json("{\"Executions\": []}");

  private final ScriptedExecution execution = ScriptedExecution.of(FILE.machine());

  @BeforeEach
  void pagesAreInBronze() {
    execution.always(PROCESS_RAW, Answer.json(arrow("process-raw-output")));
  }

  @Test
  void aRequestIsFulfilledPartByPart() throws InterruptedException {
    execution
        .always(LIST, NOTHING_RUNS)
        .task(FORGET, MORE, MORE, MORE)
        .always(FORGET, DONE)
        .run(REQUEST);

    List<JsonNode> inputs = execution.tasks().inputsOf(FORGET);
    assertThat(inputs).hasSize(4);
    ScriptedExecution.assertSame(
        inputs.getFirst(), "{\"request\": %s, \"name\": \"2f1c9a4e-run\"}".formatted(REQUEST));
    ScriptedExecution.assertSame(inputs.get(1), arrow("forget-input-progress"));
    execution.hasOutput(arrow("forget-output-done"));
    assertThat(execution.waited()).isEqualTo(FUNCTIONS_END);
  }

  @Test
  void nothingIsTakenOutBeforeWhoeverWritesHasEnded() throws InterruptedException {
    Answer running = Answer.json("{\"Status\": \"RUNNING\", \"Input\": \"{}\"}");
    execution
        .always(LIST, Answer.json("{\"Executions\": [{\"ExecutionArn\": \"arn:run\"}]}"))
        .task(DESCRIBE, running, running, running, running)
        .always(DESCRIBE, Answer.json("{\"Status\": \"ABORTED\"}"))
        .task(FORGET, MORE)
        .always(FORGET, DONE)
        .run(REQUEST);

    assertThat(execution.tasks().inputsOf(LIST))
        .extracting(input -> input.get("StateMachineArn").textValue())
        .containsExactlyInAnyOrder("arn:ingest", "arn:maintain", "arn:gold");
    assertThat(execution.tasks().inputsOf(LIST))
        .allSatisfy(
            input -> assertThat(input.get("StatusFilter").textValue()).isEqualTo("RUNNING"));
    assertThat(execution.tasks().inputsOf(DESCRIBE)).hasSize(7);
    ScriptedExecution.assertSame(
        execution.tasks().inputsOf(DESCRIBE).getFirst(),
        "{\"ExecutionArn\": \"arn:run\", \"IncludedData\": \"METADATA_ONLY\"}");
    assertThat(execution.waited()).isGreaterThanOrEqualTo(FUNCTIONS_END.plusMinutes(10));
    assertThat(execution.entered().indexOf("WaitForFunctions"))
        .isGreaterThan(execution.entered().lastIndexOf("Ended"))
        .isLessThan(execution.entered().indexOf("Forget"));
  }

  @Test
  void identifiersEndWithTheTombstone() throws InterruptedException {
    execution
        .always(LIST, NOTHING_RUNS)
        .task(FORGET, MORE)
        .always(FORGET, DONE)
        .run("{\"posts\": [\"1700000000000000001\"], \"reason\": \"asked for\"}");

    List<JsonNode> inputs = execution.tasks().inputsOf(FORGET);
    assertThat(inputs.getFirst().at("/request/posts/0").textValue())
        .isEqualTo("1700000000000000001");
    assertThat(inputs.subList(1, inputs.size()))
        .allSatisfy(input -> assertThat(input.toString()).doesNotContain("1700000000000000001"));
    assertThat(execution.output().toString()).doesNotContain("1700000000000000001");
  }

  @Test
  void theSearchWaitsForFunctionsThatMayHaveReadWhatIsGone() throws InterruptedException {
    execution
        .always(LIST, NOTHING_RUNS)
        .task(FORGET, MORE, WAIT, MORE)
        .always(FORGET, DONE)
        .run(REQUEST);

    assertThat(execution.waited()).isEqualTo(FUNCTIONS_END.multipliedBy(2));
    execution.hasOutput(arrow("forget-output-done"));
  }

  @Test
  void pagesThatCannotBeProcessedHoldNothingUp() throws InterruptedException {
    ScriptedExecution broken = ScriptedExecution.of(FILE.machine());
    broken
        .always(
            PROCESS_RAW,
            Answer.failure("dev.fedbytweets.core.failure.RejectedException", "no page"))
        .always(LIST, NOTHING_RUNS)
        .task(FORGET, MORE)
        .always(FORGET, DONE)
        .run(REQUEST);

    broken.hasOutput(arrow("forget-output-done"));
  }

  @Test
  void whatOthersHaveOfASubjectIsMergedAnew() throws InterruptedException {
    String gone = arrow("forget-output-done").replace("anew\": false", "anew\": true");
    execution
        .always(LIST, NOTHING_RUNS)
        .task(FORGET, MORE)
        .always(FORGET, Answer.json(gone))
        .always(START, Answer.failure("States.TaskFailed", "ingest failed"))
        .run(REQUEST);

    List<JsonNode> runs = execution.tasks().inputsOf(START);
    assertThat(runs).hasSize(3);
    assertThat(runs.getFirst().path("StateMachineArn").textValue()).isEqualTo("arn:ingest");
    assertThat(runs.getFirst().at("/Input/subjects")).isEmpty();
    execution.hasOutput(gone);
  }

  @Test
  void aRequestIsLifted() throws InterruptedException {
    Answer lost = Answer.failure("Sandbox.Timedout", "Task timed out");
    execution.task(FORGET, lost).always(FORGET, DONE).run("{\"lift\": \"2026-11-29\"}");

    List<JsonNode> inputs = execution.tasks().inputsOf(FORGET);
    assertThat(inputs).hasSize(2);
    ScriptedExecution.assertSame(inputs.getLast(), "{\"lift\": \"2026-11-29\"}");
    assertThat(execution.tasks().inputsOf(PROCESS_RAW)).isEmpty();
    execution.hasOutput("{\"lifted\": \"2026-11-29\"}");
  }

  @Test
  void whatIsLeftFailsTheExecutionAndIsNamed() throws InterruptedException {
    execution
        .always(LIST, NOTHING_RUNS)
        .task(FORGET, MORE)
        .always(
            FORGET,
            Answer.json(
                arrow("forget-output-done")
                    .replace("\"found\": 0", "\"found\": 2")
                    .replace("\"found_in\": []", "\"found_in\": [\"raw/a\"]")))
        .run(REQUEST);

    execution.hasFailed(
        "SomethingIsLeft",
        "2026-11-29: 2 objects, files or versions still hold something that is to be forgotten, or"
            + " cannot be read, among them [\"raw/a\"]. Start it again with the same input; the"
            + " report lies in state/forgotten/.");
  }
}
