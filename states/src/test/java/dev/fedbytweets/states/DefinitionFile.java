package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A definition in `statemachine/`, as the tests use it.
///
/// @param name the file's
/// @param placeholders with what they stand for
record DefinitionFile(String name, Map<String, String> placeholders) {

  /// The ARN of a function.
  static String arn(String function) {
    return "arn:aws:lambda:sa-east-1:123456789012:function:" + function;
  }

  /// As it stands in the repository.
  String text() {
    try {
      return Files.readString(Path.of("..", "statemachine", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StateMachine machine() {
    return StateMachine.parse(text(), placeholders);
  }

  /// All its states by name, those within Map and Parallel states too.
  Map<String, JsonNode> states() {
    Map<String, JsonNode> states = new LinkedHashMap<>();
    collect(ScriptedExecution.json(text()), states);
    return states;
  }

  /// The states of a type, by name.
  Map<String, JsonNode> states(String type) {
    Map<String, JsonNode> states = new HashMap<>(states());
    states.values().removeIf(state -> !state.get("Type").textValue().equals(type));
    return states;
  }

  private static void collect(JsonNode node, Map<String, JsonNode> states) {
    JsonNode here = node.get("States");
    if (here != null) {
      here.properties().forEach(state -> states.put(state.getKey(), state.getValue()));
    }
    node.forEach(child -> collect(child, states));
  }
}
