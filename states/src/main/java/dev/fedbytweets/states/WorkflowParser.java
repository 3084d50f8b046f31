package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.failure.RejectedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads `StartAt` and `States`, and the workflows within these. One parser reads one definition,
/// because a state's name is unique within the whole of it.
final class WorkflowParser {

  private static final int LONGEST_NAME = 80;

  private final Set<String> names = new HashSet<>();

  /// @param fields of the machine, a branch or an item processor; the caller reads the other ones
  /// @throws RejectedException if the workflow is refused
  Workflow parse(String where, Fields fields) {
    String startAt = fields.requiredText("StartAt");
    if (!(fields.requiredValue("States") instanceof ObjectNode states)) {
      throw fields.refuse("States", "must be a JSON object");
    }
    Map<String, State> parsed = new LinkedHashMap<>();
    states.properties().forEach(state -> parsed.put(state.getKey(), state(state)));
    Workflow workflow = new Workflow(startAt, parsed);
    workflow.check(where);
    return workflow;
  }

  private State state(Map.Entry<String, JsonNode> definition) {
    String name = definition.getKey();
    String where = "state '%s'".formatted(name);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new RejectedException(
          "%s: a state's name has 1 to %d characters".formatted(where, LONGEST_NAME));
    }
    if (!names.add(name)) {
      throw new RejectedException("%s: there is another state of this name".formatted(where));
    }
    return new StateParser(name, Fields.of(where, definition.getValue()), this).parse();
  }
}
