package dev.fedbytweets.states;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Whether the states of a flow fit together.
final class FlowCheck {

  private FlowCheck() {}

  /// @throws RejectedException if a transition leads nowhere, a state is led to by nothing, or
  ///     the flow cannot end
  static void check(String where, Flow flow) {
    requireState(flow, where, flow.startAt());
    Set<String> reached = reached(flow);
    for (State state : flow.states().values()) {
      if (!reached.contains(state.name())) {
        throw new RejectedException("state '%s': nothing leads to it".formatted(state.name()));
      }
    }
    if (flow.states().values().stream().noneMatch(FlowCheck::canEnd)) {
      throw new RejectedException("%s: no state ends it".formatted(where));
    }
  }

  private static Set<String> reached(Flow flow) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>(Set.of(flow.startAt()));
    while (!ahead.isEmpty()) {
      State state = flow.state(ahead.remove());
      if (reached.add(state.name())) {
        targets(state)
            .forEach(
                target -> {
                  requireState(flow, "state '%s'".formatted(state.name()), target);
                  ahead.add(target);
                });
      }
    }
    return reached;
  }

  private static void requireState(Flow flow, String where, String target) {
    if (!flow.states().containsKey(target)) {
      throw new RejectedException(
          "%s: leads to '%s', which is no state beside it".formatted(where, target));
    }
  }

  private static Stream<String> targets(State state) {
    Stream<String> regular =
        switch (state) {
          case State.Task task -> target(task.transition());
          case State.Parallel parallel -> target(parallel.transition());
          case State.ForEach forEach -> target(forEach.transition());
          case State.Pass pass -> target(pass.transition());
          case State.Wait wait -> target(wait.transition());
          case State.Choice choice ->
              Stream.concat(
                  choice.choices().stream().map(State.Choice.Branch::next),
                  choice.otherwise().stream());
          case State.Succeed _, State.Fail _ -> Stream.empty();
        };
    return Stream.concat(regular, state.recovery().catchers().stream().map(Catcher::next));
  }

  private static Stream<String> target(Transition transition) {
    return switch (transition) {
      case Transition.To to -> Stream.of(to.state());
      case Transition.End _ -> Stream.empty();
    };
  }

  private static boolean canEnd(State state) {
    return switch (state) {
      case State.Task task -> ends(task.transition());
      case State.Parallel parallel -> ends(parallel.transition());
      case State.ForEach forEach -> ends(forEach.transition());
      case State.Pass pass -> ends(pass.transition());
      case State.Wait wait -> ends(wait.transition());
      case State.Choice _ -> false;
      case State.Succeed _, State.Fail _ -> true;
    };
  }

  private static boolean ends(Transition transition) {
    return transition instanceof Transition.End;
  }
}
