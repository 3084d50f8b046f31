package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// `statemachine/ingest.asl.json`, as the tests use it.
final class IngestDefinition {

  static final String GET_TWEETS = arn("get-tweets");
  static final String PROCESS_RAW = arn("process-raw");
  static final String TWEETS_TO_SILVER = arn("tweets-to-silver");
  static final String USERS_TO_SILVER = arn("users-to-silver");
  static final String PLACES_TO_SILVER = arn("places-to-silver");

  static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "get_tweets_arn", GET_TWEETS,
          "process_raw_arn", PROCESS_RAW,
          "tweets_to_silver_arn", TWEETS_TO_SILVER,
          "users_to_silver_arn", USERS_TO_SILVER,
          "places_to_silver_arn", PLACES_TO_SILVER);

  private IngestDefinition() {}

  private static String arn(String function) {
    return "arn:aws:lambda:sa-east-1:123456789012:function:" + function;
  }

  /// As it stands in the repository.
  static String text() {
    try {
      return Files.readString(Path.of("..", "statemachine", "ingest.asl.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StateMachine machine() {
    return StateMachine.parse(text(), PLACEHOLDERS);
  }

  /// All its states by name, those within Map and Parallel states too.
  static Map<String, JsonNode> states() {
    Map<String, JsonNode> states = new LinkedHashMap<>();
    collect(ScriptedExecution.json(text()), states);
    return states;
  }

  private static void collect(JsonNode node, Map<String, JsonNode> states) {
    JsonNode here = node.get("States");
    if (here != null) {
      here.properties().forEach(state -> states.put(state.getKey(), state.getValue()));
    }
    node.forEach(child -> collect(child, states));
  }

  /// The states of a type, by name.
  static Map<String, JsonNode> states(String type) {
    Map<String, JsonNode> states = new HashMap<>(states());
    states.values().removeIf(state -> !state.get("Type").textValue().equals(type));
    return states;
  }

  /// The sample of an arrow of the state machine, by file name without its ending.
  static String arrow(String name) {
    try (InputStream sample =
        IngestDefinition.class.getResourceAsStream("/arrows/%s.json".formatted(name))) {
      return new String(
          Objects.requireNonNull(sample, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
