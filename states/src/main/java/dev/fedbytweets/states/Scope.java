package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The items of Map states around a state.
///
/// @param item the innermost; empty outside of Map states
/// @param positions of all of them, the outermost first
record Scope(Optional<Item> item, List<Integer> positions) {

  static final Scope TOP = new Scope(Optional.empty(), List.of());

  Scope {
    positions = List.copyOf(positions);
  }

  /// The scope of an item within this one.
  Scope within(Item inner) {
    List<Integer> all = new ArrayList<>(positions);
    all.add(inner.index());
    return new Scope(Optional.of(inner), all);
  }

  /// An item and its position in its array.
  record Item(int index, JsonNode value) {

    void describeIn(ObjectNode context) {
      context.putObject("Map").putObject("Item").put("Index", index).set("Value", value);
    }
  }
}
