package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.arrow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What `statemachine/gold.asl.json` does, with tasks that answer as the samples of its arrows.
@Timeout(60)
class GoldFlowTest {

  private static final String LABEL_POSTS = DefinitionFile.arn("label-posts");
  private static final String TO_GOLD = DefinitionFile.arn("to-gold");

  static final DefinitionFile FILE =
      new DefinitionFile(
          "gold.asl.json", Map.of("label_posts_arn", LABEL_POSTS, "to_gold_arn", TO_GOLD));

  /// As the rule that starts it says.
  private static final String INPUT =
      """
      {"after": "arn:aws:states:sa-east-1:123456789012:execution:ingest:2f1c9a4e-run"}
      """;

  private static final Answer LABELLED = Answer.json(arrow("label-posts-output"));
  private static final Answer COUNTED = Answer.json(arrow("to-gold-output"));
  private static final Answer MORE_TO_LABEL =
      Answer.json(arrow("label-posts-output").replace("done", "more"));
  private static final Answer MORE_TO_COUNT =
      Answer.json(
          arrow("to-gold-output")
              .replace("done", "more")
              .replace(",\n  \"page\": \"dashboard.html\"", ""));
  private static final Answer LOST =
      Answer.failure("dev.fedbytweets.core.failure.RetryableException", "others were faster");
  private static final Answer REFUSED =
      Answer.failure("dev.fedbytweets.core.failure.MisconfiguredException", "no permission");

  private final ScriptedExecution execution = ScriptedExecution.of(FILE.machine());

  @Test
  void postsAreLabelledThenCounted() throws InterruptedException {
    execution.always(LABEL_POSTS, LABELLED).always(TO_GOLD, COUNTED).run(INPUT);

    JsonNode run = execution.output().get("run");
    assertThat(run.get("name").textValue()).isNotEmpty();
    List<JsonNode> labelled = execution.tasks().inputsOf(LABEL_POSTS);
    List<JsonNode> counted = execution.tasks().inputsOf(TO_GOLD);
    assertThat(labelled).hasSize(1);
    assertThat(counted).hasSize(1);
    String input = "{\"run\": %s}".formatted(run);
    ScriptedExecution.assertSame(labelled.getFirst(), input);
    ScriptedExecution.assertSame(counted.getFirst(), input);
    assertThat(shape(counted.getFirst()))
        .isEqualTo(shape(ScriptedExecution.json(arrow("to-gold-input"))))
        .isEqualTo(shape(ScriptedExecution.json(arrow("label-posts-input"))));
    execution.hasOutput(
        "{\"run\": %s, \"labels\": %s, \"gold\": %s}"
            .formatted(run, arrow("label-posts-output"), arrow("to-gold-output")));
  }

  @Test
  void eachStepIsRepeatedUntilNoDayIsLeft() throws InterruptedException {
    execution
        .task(LABEL_POSTS, MORE_TO_LABEL, MORE_TO_LABEL)
        .always(LABEL_POSTS, LABELLED)
        .task(TO_GOLD, MORE_TO_COUNT)
        .always(TO_GOLD, COUNTED)
        .run(INPUT);

    assertThat(execution.tasks().inputsOf(LABEL_POSTS)).hasSize(3);
    assertThat(execution.tasks().inputsOf(TO_GOLD)).hasSize(2);
    assertThat(execution.tasks().inputsOf(TO_GOLD))
        .containsOnly(execution.tasks().inputsOf(LABEL_POSTS).getFirst());
    assertThat(execution.output().at("/gold/page").textValue()).isEqualTo("dashboard.html");
  }

  @Test
  void whatHealsIsTriedAgain() throws InterruptedException {
    execution
        .task(LABEL_POSTS, LOST, LOST)
        .always(LABEL_POSTS, LABELLED)
        .task(TO_GOLD, LOST)
        .always(TO_GOLD, COUNTED)
        .run(INPUT);

    assertThat(execution.tasks().inputsOf(LABEL_POSTS)).hasSize(3);
    assertThat(execution.tasks().inputsOf(TO_GOLD)).hasSize(2);
    assertThat(execution.output().at("/gold/status").textValue()).isEqualTo("done");
  }

  @Test
  void whatCannotHealFailsAndNothingIsCountedWithoutLabels() throws InterruptedException {
    execution.always(LABEL_POSTS, REFUSED).always(TO_GOLD, COUNTED).run(INPUT);

    assertThat(execution.tasks().inputsOf(LABEL_POSTS)).hasSize(1);
    assertThat(execution.tasks().inputsOf(TO_GOLD)).isEmpty();
    execution.hasFailed("dev.fedbytweets.core.failure.MisconfiguredException", "no permission");
  }

  @Test
  void countingThatCannotHealFailsToo() throws InterruptedException {
    execution.always(LABEL_POSTS, LABELLED).always(TO_GOLD, REFUSED).run(INPUT);

    assertThat(execution.tasks().inputsOf(TO_GOLD)).hasSize(1);
    execution.hasFailed("dev.fedbytweets.core.failure.MisconfiguredException", "no permission");
  }

  /// The names in an object, and in those within it.
  private static List<String> shape(JsonNode json) {
    return json.properties().stream()
        .map(property -> property.getKey() + shape(property.getValue()))
        .toList();
  }
}
