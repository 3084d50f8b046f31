package dev.fedbytweets.gettweets.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.gettweets.x.Vocabulary;
import java.io.IOException;

/// A [Checkpoint] as JSON: as in the step contracts names are in snake_case and times in ISO
/// 8601, and what is null is left out. `version` tells the layout; unknown fields are ignored.
final class CheckpointJson {

  private static final int VERSION = 1;
  private static final JsonMapper MAPPER =
      StepJson.MAPPER
          .rebuild()
          .addModule(new JavaTimeModule())
          .addMixIn(LeaseHolder.class, HolderText.class)
          .addMixIn(Vocabulary.class, VocabularyText.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private CheckpointJson() {}

  static byte[] write(Checkpoint checkpoint) {
    ObjectNode json = MAPPER.createObjectNode().put("version", VERSION);
    json.setAll((ObjectNode) MAPPER.valueToTree(checkpoint));
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON cannot be written", e);
    }
  }

  /// The reverse of [#write(Checkpoint)].
  ///
  /// @param key the object's, for messages
  /// @throws RejectedException if this is no checkpoint
  /// @throws MisconfiguredException if a newer version of the program wrote it
  static Checkpoint read(String key, byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (!json.isObject()) {
        // Jackson would take nothing for null, and null would begin the subject anew.
        throw new RejectedException("%s is not a checkpoint".formatted(key));
      }
      if (json.path("version").asInt() > VERSION) {
        throw new MisconfiguredException(
            "%s was written by a newer version of Fed By Tweets: update this one".formatted(key));
      }
      return MAPPER.treeToValue(json, Checkpoint.class);
    } catch (IOException | IllegalArgumentException e) {
      throw new RejectedException("%s is not a checkpoint".formatted(key), e);
    }
  }

  /// A holder is its id.
  private abstract static class HolderText {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    HolderText(String id) {}

    @JsonValue
    abstract String id();
  }

  /// A vocabulary is its word.
  private interface VocabularyText {

    @JsonValue
    String word();
  }
}
