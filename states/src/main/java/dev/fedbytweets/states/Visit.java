package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.states.ExecutionEvent.Moment;
import dev.fedbytweets.states.ExecutionEvent.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One visit to a state: its attempts, and what becomes of its failures. A later visit starts
/// anew.
final class Visit {

  private final Execution execution;
  private final State state;
  private final JsonNode rawInput;
  private final Scope scope;
  private final Instant entered;
  private final Retries retries;

  Visit(Execution execution, State state, JsonNode rawInput, Scope scope) {
    this.execution = execution;
    this.state = state;
    this.rawInput = rawInput;
    this.scope = scope;
    this.entered = execution.now();
    this.retries = new Retries(state.recovery(), execution.ports().random());
  }

  /// What a state passes on, and where it leads.
  record Outcome(JsonNode output, Transition transition) {}

  /// @throws StateFailure if the state fails and neither a retrier nor a catcher of it helps
  Outcome perform() throws InterruptedException {
    execution.tell(new ExecutionEvent.Entered(moment(), rawInput));
    Outcome outcome = attemptUntilDone();
    execution.tell(new ExecutionEvent.Exited(moment(), outcome.output()));
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
        pause(located, pause.get());
      }
    }
  }

  private Outcome attempt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before state " + state.name());
    }
    execution.timeLeft();
    ObjectNode context = execution.context().in(scope, state.name(), entered, retries.count());
    Outcome outcome = new Attempt(execution, scope, moment(), rawInput, context).at(state);
    PayloadLimit.check("the state's output", outcome.output());
    return outcome;
  }

  private void pause(StateFailure failure, Duration pause) throws InterruptedException {
    Instant next = execution.now().plus(pause);
    execution.tell(new ExecutionEvent.Retrying(moment(), problem(failure), retries.count(), next));
    execution.waitUntil(next);
  }

  private Outcome giveUp(StateFailure failure) {
    Optional<Catcher> catcher = state.recovery().catcher(failure);
    String next = catcher.map(Catcher::next).orElse(null);
    execution.tell(new ExecutionEvent.Failed(moment(), problem(failure), next));
    if (catcher.isEmpty()) {
      throw failure;
    }
    JsonNode output = catcher.get().resultPath().combine(rawInput, failure.errorOutput());
    PayloadLimit.check("the state's output", output);
    return new Outcome(output, new Transition.To(next));
  }

  private static Problem problem(StateFailure failure) {
    return new Problem(failure.error(), failure.reason(), failure.getCause());
  }

  private Moment moment() {
    return new Moment(execution.now(), state.name(), scope.positions());
  }
}
