package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.step.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every definition in `statemachine/` must say.
class DefinitionFileTest {

  /// What Step Functions answers, not a step.
  private static final String STATUS_OF_EXECUTION = "RUNNING";

  static List<DefinitionFile> definitions() {
    return List.of(
        IngestDefinition.FILE,
        MaintainFlowTest.FILE,
        ForgetFlowTest.FILE,
        ComplyFlowTest.FILE,
        GoldFlowTest.FILE);
  }

  @Test
  void allAreHere() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "statemachine"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              definitions().stream().map(DefinitionFile::name).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void isJsonAsItStands(DefinitionFile definition) {
    assertThat(ScriptedExecution.json(definition.text()).path("StartAt").isTextual()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void isUnderstoodWhenItsPlaceholdersAreFilled(DefinitionFile definition) {
    // A request to forget may have to wait for a whole run, and a compliance check for X and that.
    Map<String, Integer> longer =
        Map.of(ForgetFlowTest.FILE.name(), 20, ComplyFlowTest.FILE.name(), 23);
    assertThat(definition.machine().timeout()).hasHours(longer.getOrDefault(definition.name(), 6));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void hasNoTextThatTerraformWouldTakeForADirective(DefinitionFile definition) {
    assertThat(definition.text()).doesNotContain("%{", "$${");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyStateSaysWhatItIsFor(DefinitionFile definition) {
    assertThat(definition.states())
        .allSatisfy(
            (name, state) -> assertThat(state.path("Comment").asText()).hasSizeGreaterThan(20));
  }

  static Stream<JsonNode> tasks() {
    return definitions().stream()
        .flatMap(definition -> definition.states("Task").values().stream());
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

  /// The tasks that call functions, not services of AWS.
  static Stream<JsonNode> functions() {
    return tasks().filter(task -> task.path("Resource").asText().startsWith("${"));
  }

  @ParameterizedTest
  @MethodSource("functions")
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
        definitions().stream()
            .flatMap(definition -> definition.states().values().stream())
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

  @ParameterizedTest
  @MethodSource("definitions")
  void everyStatusThatAChoiceKnowsIsOneThatAStepCanAnswer(DefinitionFile definition) {
    List<String> statuses = new ArrayList<>();
    definition
        .states("Choice")
        .values()
        .forEach(
            choice ->
                choice
                    .findParents("StringEquals")
                    .forEach(rule -> statuses.add(rule.get("StringEquals").textValue())));

    assertThat(statuses)
        .isNotEmpty()
        .isSubsetOf(
            Stream.concat(
                    Stream.of(STATUS_OF_EXECUTION),
                    Stream.of(Progress.values())
                        .map(progress -> progress.name().toLowerCase(Locale.ROOT)))
                .toList());
  }

  private static Stream<String> errors(JsonNode recovery) {
    List<String> errors = new ArrayList<>();
    recovery.forEach(
        element -> element.get("ErrorEquals").forEach(error -> errors.add(error.textValue())));
    return errors.stream();
  }
}
