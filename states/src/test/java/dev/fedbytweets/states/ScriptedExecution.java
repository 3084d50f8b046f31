package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A definition that is tried out: with scripted tasks, and a time that stands still but for what
/// is waited.
final class ScriptedExecution {

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
  static final String RUN = "2f1c9a4e-run";

  private final StateMachine machine;
  private final ScriptedTasks tasks = new ScriptedTasks();
  private final SkippingClock time = new SkippingClock(InstantSource.fixed(NOW));
  private final List<ExecutionEvent> events = new ArrayList<>();
  private ExecutionResult result;

  private ScriptedExecution(StateMachine machine) {
    this.machine = machine;
  }

  static ScriptedExecution of(String definition) {
    return of(StateMachine.parse(definition, Map.of()));
  }

  static ScriptedExecution of(StateMachine machine) {
    return new ScriptedExecution(machine);
  }

  /// A machine of one state, `S`.
  static ScriptedExecution ofState(String state) {
    return of(machineOf(state));
  }

  /// The definition of a machine of one state, `S`.
  static String machineOf(String state) {
    return """
    {"StartAt": "S", "States": {"S": %s}}
    """
        .formatted(state);
  }

  static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Whether two values are the same JSON, whatever kind of number node they have.
  static void assertSame(JsonNode actual, String expected) {
    assertThatObject(actual)
        .usingComparator((one, other) -> Json.same(one, other) ? 0 : 1)
        .isEqualTo(json(expected));
  }

  ScriptedExecution task(String resource, Answer... answers) {
    tasks.then(resource, answers);
    return this;
  }

  ScriptedExecution always(String resource, Answer answer) {
    tasks.always(resource, answer);
    return this;
  }

  ScriptedExecution run(String input) throws InterruptedException {
    StateMachineRunner runner = new StateMachineRunner(tasks, time, time, events::add);
    result = runner.run(machine, RUN, NOW, json(input));
    return this;
  }

  ExecutionResult result() {
    return result;
  }

  JsonNode output() {
    assertThat(result).isInstanceOf(ExecutionResult.Succeeded.class);
    return ((ExecutionResult.Succeeded) result).output();
  }

  void hasOutput(String expected) {
    assertSame(output(), expected);
  }

  ExecutionResult.Failed failure() {
    assertThat(result).isInstanceOf(ExecutionResult.Failed.class);
    return (ExecutionResult.Failed) result;
  }

  void hasFailed(String error, String cause) {
    assertThat(result).isEqualTo(new ExecutionResult.Failed(error, cause));
  }

  ScriptedTasks tasks() {
    return tasks;
  }

  List<ExecutionEvent> events() {
    return events;
  }

  <T extends ExecutionEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The names of the states in the order in which they were entered.
  List<String> entered() {
    return events(ExecutionEvent.Entered.class).stream()
        .map(event -> event.moment().state())
        .toList();
  }

  /// How much time was waited.
  Duration waited() {
    return Duration.between(NOW, time.instant());
  }
}
