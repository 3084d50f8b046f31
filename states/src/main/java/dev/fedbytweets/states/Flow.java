package dev.fedbytweets.states;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// States that lead to each other: the whole machine, a branch of a Parallel state, or what a Map
/// state does with an item.
///
/// @param startAt the first state
/// @param states by name, in the definition's order
record Flow(String startAt, Map<String, State> states) {

  Flow {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  State state(String name) {
    return states.get(name);
  }
}
