package dev.fedbytweets.states;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// States that lead to each other: the whole machine, a branch of a Parallel state, or the item
/// processor of a Map state.
///
/// @param startAt the name of the first state
/// @param states by name, in the definition's order
record Workflow(String startAt, Map<String, State> states) {

  Workflow {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  State state(String name) {
    return states.get(name);
  }

  /// Checks that the states fit together.
  ///
  /// @param where the workflow's place in the definition, for messages
  /// @throws RejectedException if a transition leads nowhere, a state cannot be reached, or the
  ///     workflow cannot end
  void check(String where) {
    requireState(where, startAt);
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>(Set.of(startAt));
    while (!ahead.isEmpty()) {
      State state = state(ahead.remove());
      if (reached.add(state.name())) {
        for (String target : state.targets().toList()) {
          requireState("state '%s'".formatted(state.name()), target);
          ahead.add(target);
        }
      }
    }
    for (State state : states.values()) {
      if (!reached.contains(state.name())) {
        throw new RejectedException("state '%s': nothing leads to it".formatted(state.name()));
      }
    }
    if (states.values().stream().noneMatch(State::canEnd)) {
      throw new RejectedException("%s: no state ends it".formatted(where));
    }
  }

  private void requireState(String where, String target) {
    if (!states.containsKey(target)) {
      throw new RejectedException(
          "%s: leads to '%s', which is no state beside it".formatted(where, target));
    }
  }
}
