package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A state as the definition describes it.
sealed interface State {

  /// Unique within the whole definition.
  String name();

  /// How its data flows; a Fail state's has no effect.
  DataFlow dataFlow();

  /// What may be done when it fails; nothing for states that do no work of others.
  default Recovery recovery() {
    return Recovery.NONE;
  }

  /// Calls the code behind a resource.
  ///
  /// @param timeout how long one call may take
  record Task(
      String name,
      DataFlow dataFlow,
      String resource,
      Duration timeout,
      Recovery recovery,
      Transition transition)
      implements State {}

  /// Runs every branch on the same input; its result is the array of their outputs.
  record Parallel(
      String name, DataFlow dataFlow, List<Flow> branches, Recovery recovery, Transition transition)
      implements State {

    public Parallel {
      branches = List.copyOf(branches);
    }
  }

  /// Runs a flow for every item of an array; its result is the array of the outputs, in the
  /// items' order.
  ///
  /// @param items leads to the array, within the effective input
  /// @param itemSelector what each run of the flow gets
  /// @param maxConcurrency items at the same time, at most; 0 for as many as possible
  record ForEach(
      String name,
      DataFlow dataFlow,
      Path items,
      PayloadTemplate itemSelector,
      int maxConcurrency,
      Flow processor,
      Recovery recovery,
      Transition transition)
      implements State {}

  /// Passes its input on, or a result that stands in the definition.
  record Pass(String name, DataFlow dataFlow, Optional<JsonNode> result, Transition transition)
      implements State {}

  /// Waits.
  record Wait(String name, DataFlow dataFlow, WaitTime time, Transition transition)
      implements State {}

  /// Goes where the first rule that matches leads.
  ///
  /// @param otherwise where to go if none does; empty if that is an error
  record Choice(String name, DataFlow dataFlow, List<Branch> choices, Optional<String> otherwise)
      implements State {

    public Choice {
      choices = List.copyOf(choices);
    }

    /// A rule, and where it leads.
    record Branch(ChoiceRule rule, String next) {}
  }

  /// Ends its flow; the rest of the execution goes on.
  record Succeed(String name, DataFlow dataFlow) implements State {}

  /// Ends its flow as failed.
  ///
  /// @param error the error's name, or nothing
  /// @param cause for people, or nothing
  record Fail(String name, DataFlow dataFlow, FailText error, FailText cause) implements State {}
}
