package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/// One execution of a machine: what all its flows share.
final class Execution {

  private final StateMachine machine;
  private final Ports ports;
  private final ExecutionContext context;
  private final Instant deadline;

  Execution(StateMachine machine, Ports ports, ExecutionContext context) {
    this.machine = machine;
    this.ports = ports;
    this.context = context;
    this.deadline = ports.clock().instant().plus(machine.timeout());
  }

  ExecutionResult run(JsonNode input) throws InterruptedException {
    try {
      PayloadLimit.check("the execution's input", input);
      return new ExecutionResult.Succeeded(walk(machine.flow(), input, Scope.TOP));
    } catch (StateFailure failure) {
      return new ExecutionResult.Failed(failure.error(), failure.reason());
    }
  }

  /// Goes from a flow's first state to its end.
  ///
  /// @return the last state's output
  /// @throws StateFailure if a state fails and nothing catches it
  JsonNode walk(Flow flow, JsonNode input, Scope scope) throws InterruptedException {
    State state = flow.state(flow.startAt());
    JsonNode data = input;
    while (true) {
      Visit.Outcome outcome = new Visit(this, state, data, scope).perform();
      data = outcome.output();
      switch (outcome.transition()) {
        case Transition.End _ -> {
          return data;
        }
        case Transition.To to -> state = flow.state(to.state());
      }
    }
  }

  Ports ports() {
    return ports;
  }

  ExecutionContext context() {
    return context;
  }

  Instant now() {
    return ports.clock().instant();
  }

  /// What is left of the execution's time, more than nothing.
  ///
  /// @throws StateFailure `States.Timeout`, which nothing catches, if there is nothing left
  Duration timeLeft() {
    Duration left = Duration.between(now(), deadline);
    if (!left.isPositive()) {
      throw timeout();
    }
    return left;
  }

  /// @throws StateFailure as [#timeLeft] does, if the time is not before the execution's end
  void waitUntil(Instant time) throws InterruptedException {
    boolean tooLate = time.isAfter(deadline);
    ports.waiter().waitUntil(tooLate ? deadline : time);
    if (tooLate) {
      throw timeout();
    }
  }

  StateFailure timeout() {
    return StateFailure.executionTimeout(
        "the execution took longer than %d seconds".formatted(machine.timeout().toSeconds()));
  }

  /// Tells the listener, one thread at a time.
  synchronized void tell(ExecutionEvent event) {
    ports.listener().on(event);
  }
}
