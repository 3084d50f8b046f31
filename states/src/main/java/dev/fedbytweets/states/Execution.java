package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One execution of a machine: what all its workflows share.
final class Execution {

  private final StateMachineRunner runner;
  private final StateMachine machine;
  private final ContextObject context;
  private final Instant deadline;

  Execution(StateMachineRunner runner, StateMachine machine, ContextObject context) {
    this.runner = runner;
    this.machine = machine;
    this.context = context;
    this.deadline = now().plus(machine.timeout());
  }

  ExecutionResult run(JsonNode input) throws InterruptedException {
    try {
      Json.requireSize("the execution's input", input);
      return new ExecutionResult.Succeeded(run(machine.workflow(), input, Scope.TOP));
    } catch (StateFailure failure) {
      return new ExecutionResult.Failed(failure.error(), failure.reason());
    }
  }

  /// Runs a workflow from its first state to its end.
  ///
  /// @return the last state's output
  /// @throws StateFailure if a state fails and nothing catches it
  JsonNode run(Workflow workflow, JsonNode input, Scope scope) throws InterruptedException {
    Optional<String> next = Optional.of(workflow.startAt());
    JsonNode data = input;
    while (next.isPresent()) {
      State state = workflow.state(next.get());
      StateExecution.Outcome outcome = new StateExecution(this, state, data, scope).run();
      data = outcome.output();
      next = outcome.next();
    }
    return data;
  }

  StateMachineRunner runner() {
    return runner;
  }

  ContextObject context() {
    return context;
  }

  Instant now() {
    return runner.clock().instant();
  }

  /// The time that is left for the execution, always positive.
  ///
  /// @throws StateFailure `States.Timeout`, which nothing catches, if no time is left
  Duration timeLeft() {
    Duration left = Duration.between(now(), deadline);
    if (!left.isPositive()) {
      throw timeout();
    }
    return left;
  }

  /// Waits until a time, or until the execution's deadline if that comes first.
  ///
  /// @throws StateFailure as [#timeLeft] if the deadline comes first
  void waitUntil(Instant time) throws InterruptedException {
    boolean tooLate = time.isAfter(deadline);
    runner.waiter().waitUntil(tooLate ? deadline : time);
    if (tooLate) {
      throw timeout();
    }
  }

  StateFailure timeout() {
    return StateFailure.executionTimeout(
        "the execution took longer than %d seconds".formatted(machine.timeout().toSeconds()));
  }

  /// Passes an event to the listener, one thread at a time.
  synchronized void publish(ExecutionEvent event) {
    runner.listener().on(event);
  }
}
