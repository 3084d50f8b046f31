package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.states.ErrorHandling.Catcher;
import dev.fedbytweets.states.ExecutionEvent.Moment;
import dev.fedbytweets.states.ExecutionEvent.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// One execution of a state: its attempts, and what happens when it fails. When the workflow comes
/// back to the state later, that is another execution of it, with retries of its own.
final class StateExecution {

  private final Execution execution;
  private final State state;
  private final JsonNode rawInput;
  private final Scope scope;
  private final Instant entered;
  private final Retries retries;

  StateExecution(Execution execution, State state, JsonNode rawInput, Scope scope) {
    this.execution = execution;
    this.state = state;
    this.rawInput = rawInput;
    this.scope = scope;
    this.entered = execution.now();
    this.retries = new Retries(state.errorHandling(), execution.runner().random());
  }

  /// A state's output and the name of the state that follows; empty at the workflow's end.
  record Outcome(JsonNode output, Optional<String> next) {}

  /// @throws StateFailure if the state fails and neither a retrier nor a catcher of it applies
  Outcome run() throws InterruptedException {
    execution.publish(new ExecutionEvent.Entered(moment(), rawInput));
    Outcome outcome = attemptUntilDone();
    execution.publish(new ExecutionEvent.Exited(moment(), outcome.output()));
    return outcome;
  }

  private Outcome attemptUntilDone() throws InterruptedException {
    while (true) {
      try {
        return attempt();
      } catch (StateFailure failure) {
        StateFailure located = failure.in(state.name());
        Optional<Duration> pause = retries.next(located);
        if (pause.isEmpty()) {
          return giveUp(located);
        }
        Instant next = execution.now().plus(pause.get());
        execution.publish(
            new ExecutionEvent.Retrying(moment(), problem(located), retries.count(), next));
        execution.waitUntil(next);
      }
    }
  }

  private Outcome giveUp(StateFailure failure) {
    Optional<Catcher> catcher = state.errorHandling().catcher(failure);
    Optional<String> next = catcher.map(Catcher::next);
    execution.publish(new ExecutionEvent.Failed(moment(), problem(failure), next.orElse(null)));
    if (catcher.isEmpty()) {
      throw failure;
    }
    JsonNode output = catcher.get().resultPath().combine(rawInput, failure.errorOutput());
    return checked(new Outcome(output, next));
  }

  private Outcome attempt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before state " + state.name());
    }
    execution.timeLeft();
    ObjectNode context = execution.context().of(scope, state.name(), entered, retries.count());
    JsonNode input = state.dataFlow().effectiveInput(rawInput, context);
    JsonNode result = work(input, context);
    Optional<String> next =
        state instanceof State.Choice choice ? choose(choice, input, context) : state.next();
    return checked(new Outcome(state.dataFlow().output(rawInput, result, context), next));
  }

  private JsonNode work(JsonNode input, ObjectNode context) throws InterruptedException {
    return switch (state) {
      case State.Task task -> call(task, input);
      case State.Parallel parallel -> runBranches(parallel, input);
      case State.Map map -> runItems(map, input, context);
      case State.Pass pass -> pass.result().orElse(input);
      case State.Wait wait -> await(wait, input, context);
      case State.Choice _, State.Succeed _ -> input;
      case State.Fail fail ->
          throw StateFailure.declared(
              fail.readError(input, context), fail.readCause(input, context));
    };
  }

  private JsonNode call(State.Task task, JsonNode input) throws InterruptedException {
    Json.requireSize("the task's input", input);
    Duration timeout = task.timeout();
    Duration left = execution.timeLeft();
    boolean executionEndsFirst = left.compareTo(timeout) < 0;
    TaskAttempt attempt = TaskAttempt.start(task, execution.runner().tasks(), input);
    try {
      JsonNode result = attempt.await(executionEndsFirst ? left : timeout);
      Json.requireSize("the task's result", result);
      return result;
    } catch (TimeoutException e) {
      throw executionEndsFirst
          ? execution.timeout()
          : StateFailure.taskTimeout(
              "the task took longer than %d seconds".formatted(timeout.toSeconds()));
    }
  }

  private ArrayNode runBranches(State.Parallel parallel, JsonNode input)
      throws InterruptedException {
    List<Branches.Branch> branches = new ArrayList<>();
    parallel.branches().forEach(branch -> branches.add(() -> execution.run(branch, input, scope)));
    return Branches.run(branches, 0);
  }

  private ArrayNode runItems(State.Map map, JsonNode input, ObjectNode context)
      throws InterruptedException {
    if (!(map.itemsPath().require("ItemsPath", input, context) instanceof ArrayNode items)) {
      throw StateFailure.runtime(
          "ItemsPath: '%s' must lead to an array".formatted(map.itemsPath().text()));
    }
    List<Branches.Branch> iterations = new ArrayList<>();
    for (JsonNode value : items) {
      Scope inner = scope.within(new Scope.Item(iterations.size(), value));
      iterations.add(
          () ->
              execution.run(
                  map.itemProcessor(), iterationInput(map, input, context, inner), inner));
    }
    return Branches.run(iterations, map.maxConcurrency());
  }

  private static JsonNode iterationInput(
      State.Map map, JsonNode input, ObjectNode context, Scope inner) {
    Scope.Item item = inner.item().orElseThrow();
    if (map.itemSelector().equals(PayloadTemplate.UNCHANGED)) {
      return item.value();
    }
    ObjectNode itemContext = Json.newObject();
    itemContext.setAll(context);
    item.describeIn(itemContext);
    return map.itemSelector().fill(input, itemContext);
  }

  private JsonNode await(State.Wait wait, JsonNode input, ObjectNode context)
      throws InterruptedException {
    Instant until = wait.time().until(execution.now(), input, context);
    execution.publish(new ExecutionEvent.Waiting(moment(), until));
    execution.waitUntil(until);
    return input;
  }

  private static Optional<String> choose(State.Choice choice, JsonNode input, ObjectNode context) {
    for (State.Choice.Branch branch : choice.choices()) {
      if (branch.rule().matches(input, context)) {
        return Optional.of(branch.next());
      }
    }
    if (choice.defaultNext().isEmpty()) {
      throw StateFailure.noChoiceMatched("no rule matches, and there is no Default");
    }
    return choice.defaultNext();
  }

  private static Outcome checked(Outcome outcome) {
    Json.requireSize("the state's output", outcome.output());
    return outcome;
  }

  private static Problem problem(StateFailure failure) {
    return new Problem(failure.error(), failure.reason(), failure.getCause());
  }

  private Moment moment() {
    return new Moment(execution.now(), state.name(), scope.positions());
  }
}
