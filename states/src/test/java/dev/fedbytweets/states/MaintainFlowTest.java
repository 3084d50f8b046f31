package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.arrow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What `statemachine/maintain.asl.json` does, with a task that answers as the samples of its
/// arrows.
@Timeout(60)
class MaintainFlowTest {

  private static final String MAINTAIN = DefinitionFile.arn("maintain");

  static final DefinitionFile FILE =
      new DefinitionFile("maintain.asl.json", Map.of("maintain_arn", MAINTAIN));

  private static final String TWO_TABLES =
      """
      {"tables": [{"layer": "bronze", "table": "tweets"}, {"layer": "silver", "table": "users"}]}
      """;

  private static final Answer DONE = Answer.json(arrow("maintain-output"));
  private static final Answer MORE = Answer.json(arrow("maintain-output").replace("done", "more"));

  private final ScriptedExecution execution = ScriptedExecution.of(FILE.machine());

  @Test
  void eachTableIsMaintainedAfterTheOther() throws InterruptedException {
    execution.always(MAINTAIN, DONE).run(TWO_TABLES);

    List<JsonNode> inputs = execution.tasks().inputsOf(MAINTAIN);
    assertThat(inputs).hasSize(2);
    ScriptedExecution.assertSame(inputs.getFirst(), arrow("maintain-input"));
    ScriptedExecution.assertSame(inputs.getLast(), "{\"layer\": \"silver\", \"table\": \"users\"}");
    execution.hasOutput("[%s, %s]".formatted(arrow("maintain-output"), arrow("maintain-output")));
  }

  @Test
  void aTableIsMaintainedUntilItIsDone() throws InterruptedException {
    execution.task(MAINTAIN, MORE, MORE).always(MAINTAIN, DONE).run(TWO_TABLES);

    assertThat(execution.tasks().inputsOf(MAINTAIN))
        .extracting(input -> input.get("table").textValue())
        .containsExactly("tweets", "tweets", "tweets", "users");
  }

  @Test
  void whatHealsIsTriedAgain() throws InterruptedException {
    Answer lost =
        Answer.failure("dev.fedbytweets.core.failure.RetryableException", "others were faster");
    execution.task(MAINTAIN, lost, lost).always(MAINTAIN, DONE).run(TWO_TABLES);

    assertThat(execution.output()).hasSize(2);
    assertThat(execution.tasks().inputsOf(MAINTAIN)).hasSize(4);
  }

  @Test
  void aTableThatCannotBeMaintainedFailsTheExecutionAfterTheOthers() throws InterruptedException {
    Answer broken =
        Answer.failure("dev.fedbytweets.core.failure.MisconfiguredException", "no permission");
    execution.task(MAINTAIN, broken).always(MAINTAIN, DONE).run(TWO_TABLES);

    assertThat(execution.tasks().inputsOf(MAINTAIN)).hasSize(2);
    execution.hasFailed(
        "TablesNotMaintained",
        "1 of 2 tables could not be maintained: [\"bronze.tweets\"]"
            + " ([\"dev.fedbytweets.core.failure.MisconfiguredException\"]). They are whole, and the"
            + " next execution tries again. The log of the function says why.");
  }
}
