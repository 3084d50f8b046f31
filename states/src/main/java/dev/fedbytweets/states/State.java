package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A state of a definition.
sealed interface State {

  /// Unique within the whole definition.
  String name();

  /// How its data flows; a Fail state's has no effect.
  default DataFlow dataFlow() {
    return DataFlow.UNCHANGED;
  }

  /// Its `Retry` and `Catch`; empty for states that cannot have them.
  default ErrorHandling errorHandling() {
    return ErrorHandling.NONE;
  }

  /// `Next`; empty for a state that ends its workflow, and for a Choice state.
  default Optional<String> next() {
    return Optional.empty();
  }

  /// Every state that it may lead to.
  default Stream<String> targets() {
    return Stream.concat(
        next().stream(), errorHandling().catchers().stream().map(ErrorHandling.Catcher::next));
  }

  /// Whether it may end its workflow.
  default boolean canEnd() {
    return next().isEmpty();
  }

  /// Calls the code behind a resource.
  ///
  /// @param timeout the longest that one call may take
  record Task(
      String name,
      DataFlow dataFlow,
      String resource,
      Duration timeout,
      ErrorHandling errorHandling,
      Optional<String> next)
      implements State {}

  /// Runs every branch on the same input; the result is the array of their outputs.
  record Parallel(
      String name,
      DataFlow dataFlow,
      List<Workflow> branches,
      ErrorHandling errorHandling,
      Optional<String> next)
      implements State {

    public Parallel {
      branches = List.copyOf(branches);
    }
  }

  /// Runs a workflow for every item of an array; the result is the array of the outputs, in the
  /// items' order.
  ///
  /// @param itemsPath leads to the array, within the effective input
  /// @param itemSelector makes the input of each run
  /// @param maxConcurrency how many items run at the same time; 0 for as many as possible
  record Map(
      String name,
      DataFlow dataFlow,
      Path itemsPath,
      PayloadTemplate itemSelector,
      int maxConcurrency,
      Workflow itemProcessor,
      ErrorHandling errorHandling,
      Optional<String> next)
      implements State {}

  /// Passes its input on, or a fixed result.
  record Pass(String name, DataFlow dataFlow, Optional<JsonNode> result, Optional<String> next)
      implements State {}

  /// Waits until a time.
  record Wait(String name, DataFlow dataFlow, WaitTime time, Optional<String> next)
      implements State {}

  /// Continues with the state of the first rule that matches.
  ///
  /// @param defaultNext where to continue if none matches; empty if that is an error
  record Choice(String name, DataFlow dataFlow, List<Branch> choices, Optional<String> defaultNext)
      implements State {

    public Choice {
      choices = List.copyOf(choices);
    }

    /// A rule and the state that it leads to.
    record Branch(ChoiceRule rule, String next) {}

    @Override
    public Stream<String> targets() {
      return Stream.concat(choices.stream().map(Branch::next), defaultNext.stream());
    }

    @Override
    public boolean canEnd() {
      return false;
    }
  }

  /// Ends its workflow; the rest of the execution goes on.
  record Succeed(String name, DataFlow dataFlow) implements State {}

  /// Ends its workflow as failed.
  ///
  /// @param error `Error` or `ErrorPath`
  /// @param cause `Cause` or `CausePath`
  record Fail(String name, Optional<Expression> error, Optional<Expression> cause)
      implements State {

    /// The error's name; null if the definition has none.
    ///
    /// @throws StateFailure if what `ErrorPath` leads to is not a string
    String readError(JsonNode data, JsonNode context) {
      return read("ErrorPath", error, data, context);
    }

    /// The cause, for people; null if the definition has none.
    ///
    /// @throws StateFailure if what `CausePath` leads to is not a string
    String readCause(JsonNode data, JsonNode context) {
      return read("CausePath", cause, data, context);
    }

    private static String read(
        String field, Optional<Expression> expression, JsonNode data, JsonNode context) {
      if (expression.isEmpty()) {
        return null;
      }
      JsonNode value = expression.get().evaluate(data, context);
      if (!value.isTextual()) {
        throw StateFailure.runtime("%s must lead to a string".formatted(field));
      }
      return value.textValue();
    }
  }
}
