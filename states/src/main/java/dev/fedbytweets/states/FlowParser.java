package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.failure.RejectedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads `StartAt` and `States`, and the flows within these. One parser reads one definition,
/// because state names are unique within the whole of it.
final class FlowParser {

  private static final int LONGEST_NAME = 80;

  private final Set<String> names = new HashSet<>();

  /// @param fields of the machine, a branch or an item processor; their other fields are the
  ///   caller's
  /// @throws RejectedException if the flow cannot be taken
  Flow parse(String where, Fields fields) {
    String startAt = fields.requiredText("StartAt");
    if (!(fields.requiredValue("States") instanceof ObjectNode states)) {
      throw fields.refuse("States", "must be a JSON object");
    }
    Map<String, State> parsed = new LinkedHashMap<>();
    states.properties().forEach(state -> parsed.put(state.getKey(), state(state)));
    Flow flow = new Flow(startAt, parsed);
    FlowCheck.check(where, flow);
    return flow;
  }

  private State state(Map.Entry<String, JsonNode> definition) {
    String name = definition.getKey();
    checkName(name);
    Fields state = Fields.of("state '%s'".formatted(name), definition.getValue());
    return new StateParser(name, state, this).parse();
  }

  private void checkName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new RejectedException(
          "state '%s': a state's name has 1 to %d characters".formatted(name, LONGEST_NAME));
    }
    if (!names.add(name)) {
      throw new RejectedException(
          "state '%s': there is another state of this name".formatted(name));
    }
  }
}
