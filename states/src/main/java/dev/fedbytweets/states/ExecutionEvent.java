package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Something that happened in an execution.
public sealed interface ExecutionEvent {

  /// When and where it happened.
  Moment moment();

  /// When and where something happened.
  ///
  /// @param at the time
  /// @param state the state's name
  /// @param items the positions of the items in the Map states around the state, the outermost
  ///     first; none outside of Map states
  record Moment(Instant at, String state, List<Integer> items) {

    public Moment {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(state, "state");
      items = List.copyOf(items);
    }
  }

  /// A state starts. `input` is its raw input, which must not be changed.
  record Entered(Moment moment, JsonNode input) implements ExecutionEvent {}

  /// A state is done. `output` is the next one's input, and must not be changed.
  record Exited(Moment moment, JsonNode output) implements ExecutionEvent {}

  /// A Wait state waits until a time, which may have passed.
  record Waiting(Moment moment, Instant until) implements ExecutionEvent {}

  /// A state failed and will be retried.
  ///
  /// @param problem what went wrong
  /// @param retry 1 for the first retry
  /// @param next when it is retried
  record Retrying(Moment moment, Problem problem, int retry, Instant next)
      implements ExecutionEvent {}

  /// A state failed for good.
  ///
  /// @param problem what went wrong
  /// @param caughtBy the state that continues; null if none does, so that the workflow around it
  ///     fails as well
  record Failed(Moment moment, Problem problem, String caughtBy) implements ExecutionEvent {}

  /// What went wrong.
  ///
  /// @param error the error's name; null if a Fail state gave none
  /// @param cause for people; null if there is none
  /// @param exception thrown by a task in this process; null if there is none
  record Problem(String error, String cause, Throwable exception) {}
}
