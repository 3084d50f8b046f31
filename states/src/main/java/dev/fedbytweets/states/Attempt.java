package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.states.ExecutionEvent.Moment;
import dev.fedbytweets.states.Visit.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// One attempt at a state's work.
///
/// @param moment when and where it is made
/// @param rawInput what the state got
/// @param context the context object as the state sees it
record Attempt(
    Execution execution, Scope scope, Moment moment, JsonNode rawInput, ObjectNode context) {

  /// @throws StateFailure if the state cannot do its work
  Outcome at(State state) throws InterruptedException {
    JsonNode input = state.dataFlow().effectiveInput(rawInput, context);
    return switch (state) {
      case State.Task task -> done(task, call(task, input), task.transition());
      case State.Parallel parallel ->
          done(parallel, runBranches(parallel, input), parallel.transition());
      case State.ForEach forEach -> done(forEach, runItems(forEach, input), forEach.transition());
      case State.Pass pass -> done(pass, pass.result().orElse(input), pass.transition());
      case State.Wait wait -> {
        await(wait, input);
        yield done(wait, input, wait.transition());
      }
      case State.Choice choice -> done(choice, input, choose(choice, input));
      case State.Succeed succeed -> done(succeed, input, new Transition.End());
      case State.Fail fail ->
          throw StateFailure.declared(
              fail.error().read(input, context), fail.cause().read(input, context));
    };
  }

  private Outcome done(State state, JsonNode result, Transition transition) {
    return new Outcome(state.dataFlow().output(rawInput, result, context), transition);
  }

  private JsonNode call(State.Task task, JsonNode input) throws InterruptedException {
    PayloadLimit.check("the task's input", input);
    Duration timeout = task.timeout();
    Duration left = execution.timeLeft();
    boolean tooLong = left.compareTo(timeout) < 0;
    TaskCall call =
        TaskCall.start(task.name(), execution.ports().tasks(), task.resource(), input, timeout);
    try {
      JsonNode result = call.await(tooLong ? left : timeout);
      PayloadLimit.check("the task's result", result);
      return result;
    } catch (TimeoutException e) {
      throw tooLong
          ? execution.timeout()
          : StateFailure.taskTimeout(
              "the task took longer than %d seconds".formatted(timeout.toSeconds()));
    }
  }

  private ArrayNode runBranches(State.Parallel parallel, JsonNode input)
      throws InterruptedException {
    List<Branches.Branch> branches = new ArrayList<>();
    parallel.branches().forEach(branch -> branches.add(() -> execution.walk(branch, input, scope)));
    return Branches.run(branches, 0);
  }

  private ArrayNode runItems(State.ForEach forEach, JsonNode input) throws InterruptedException {
    if (!(forEach.items().require("ItemsPath", input, context) instanceof ArrayNode items)) {
      throw StateFailure.runtime(
          "ItemsPath: '%s' must lead to an array".formatted(forEach.items().text()));
    }
    List<Branches.Branch> iterations = new ArrayList<>();
    for (JsonNode value : items) {
      Scope inner = scope.within(new Scope.Item(iterations.size(), value));
      iterations.add(
          () -> execution.walk(forEach.processor(), selected(forEach, input, inner), inner));
    }
    return Branches.run(iterations, forEach.maxConcurrency());
  }

  private JsonNode selected(State.ForEach forEach, JsonNode input, Scope inner) {
    Scope.Item item = inner.item().orElseThrow();
    if (forEach.itemSelector() == PayloadTemplate.UNCHANGED) {
      return item.value();
    }
    ObjectNode itemContext = Json.newObject();
    itemContext.setAll(context);
    item.describeIn(itemContext);
    return forEach.itemSelector().fill(input, itemContext);
  }

  private void await(State.Wait wait, JsonNode input) throws InterruptedException {
    Instant until = wait.time().until(execution.now(), input, context);
    execution.tell(new ExecutionEvent.Waiting(moment, until));
    execution.waitUntil(until);
  }

  private Transition choose(State.Choice choice, JsonNode input) {
    return choice.choices().stream()
        .filter(branch -> branch.rule().matches(input, context))
        .findFirst()
        .map(State.Choice.Branch::next)
        .or(choice::otherwise)
        .map(Transition.To::new)
        .orElseThrow(
            () -> StateFailure.noChoiceMatched("no rule matches, and there is no Default"));
  }
}
