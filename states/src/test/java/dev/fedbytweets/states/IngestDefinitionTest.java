package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.step.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `statemachine/ingest.asl.json` must always say.
class IngestDefinitionTest {

  @Test
  void isJsonAsItStands() {
    assertThat(ScriptedExecution.json(IngestDefinition.text()).get("StartAt").textValue())
        .isEqualTo("NameRun");
  }

  @Test
  void isUnderstoodWhenItsPlaceholdersAreFilled() {
    assertThat(IngestDefinition.machine().timeout()).hasHours(6);
  }

  @Test
  void hasNoTextThatTerraformWouldTakeForADirective() {
    assertThat(IngestDefinition.text()).doesNotContain("%{", "$${");
  }

  @Test
  void everyStateSaysWhatItIsFor() {
    assertThat(IngestDefinition.states())
        .allSatisfy(
            (name, state) -> assertThat(state.path("Comment").asText()).hasSizeGreaterThan(20));
  }

  static Stream<JsonNode> tasks() {
    return IngestDefinition.states("Task").values().stream();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyTaskHasATimeoutBeyondLambdasOwn(JsonNode task) {
    assertThat(task.path("TimeoutSeconds").intValue()).isGreaterThan(15 * 60);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyTaskIsTriedAgainWithBackoffAndJitter(JsonNode task) {
    assertThat(task.path("Retry")).isNotEmpty();
    assertThat(task.path("Retry"))
        .allSatisfy(
            retrier -> {
              assertThat(retrier.path("BackoffRate").doubleValue()).isGreaterThan(1);
              assertThat(retrier.path("MaxDelaySeconds").intValue()).isPositive();
              assertThat(retrier.path("JitterStrategy").asText()).isEqualTo("FULL");
            });
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void whatCannotHealIsNotTriedAgain(JsonNode task) {
    assertThat(errors(task.path("Retry")))
        .contains("dev.fedbytweets.core.failure.RetryableException")
        .doesNotContain(
            "States.ALL",
            "States.TaskFailed",
            "dev.fedbytweets.core.failure.RejectedException",
            "dev.fedbytweets.core.failure.MisconfiguredException");
  }

  @Test
  void everyErrorOfOursNamesAClassThatFunctionsThrow() throws ClassNotFoundException {
    List<String> ours =
        IngestDefinition.states().values().stream()
            .flatMap(
                state -> Stream.concat(errors(state.path("Retry")), errors(state.path("Catch"))))
            .filter(error -> error.startsWith("dev.fedbytweets"))
            .distinct()
            .toList();

    assertThat(ours).isNotEmpty();
    for (String error : ours) {
      assertThat(Class.forName(error)).isAssignableTo(LakeException.class);
    }
  }

  @Test
  void everyStatusThatAChoiceKnowsIsOneThatAStepCanAnswer() {
    List<String> statuses = new ArrayList<>();
    IngestDefinition.states("Choice")
        .values()
        .forEach(
            choice ->
                choice
                    .findParents("StringEquals")
                    .forEach(rule -> statuses.add(rule.get("StringEquals").textValue())));

    assertThat(statuses)
        .containsOnly(
            Stream.of(Progress.values())
                .map(progress -> progress.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
  }

  private static Stream<String> errors(JsonNode recovery) {
    List<String> errors = new ArrayList<>();
    recovery.forEach(
        element -> element.get("ErrorEquals").forEach(error -> errors.add(error.textValue())));
    return errors.stream();
  }
}
