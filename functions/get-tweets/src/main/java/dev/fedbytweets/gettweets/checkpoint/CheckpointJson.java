package dev.fedbytweets.gettweets.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;

/// A [Checkpoint] as JSON. As in the step contracts, names are in snake_case and times in ISO
/// 8601, and null is left out. Records that only group fields in Java are no objects of their own
/// in JSON. `version` is the version of the layout; unknown fields are ignored.
@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // Jackson reads the mix-ins
final class CheckpointJson {

  private static final int VERSION = 1;
  private static final String GAPS = "gaps";
  private static final JsonMapper MAPPER =
      StepJson.MAPPER
          .rebuild()
          .addModule(new JavaTimeModule())
          .addMixIn(Checkpoint.class, CheckpointFields.class)
          .addMixIn(Coverage.class, CoverageFields.class)
          .addMixIn(PostCounts.class, PostCountsFields.class)
          .addMixIn(Window.class, WindowFields.class)
          .addMixIn(WindowProgress.class, ProgressFields.class)
          .addMixIn(CollectingRun.class, RunFields.class)
          .addMixIn(LeaseHolder.class, HolderText.class)
          .addMixIn(Vocabulary.class, VocabularyText.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private CheckpointJson() {}

  static byte[] write(Checkpoint checkpoint) {
    ObjectNode json = MAPPER.createObjectNode().put("version", VERSION);
    json.setAll((ObjectNode) MAPPER.valueToTree(checkpoint));
    json.set(GAPS, json.remove(GAPS));
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

  private interface CheckpointFields {

    @JsonUnwrapped
    Coverage coverage();

    @JsonUnwrapped
    PostCounts posts();
  }

  private interface CoverageFields {

    @JsonProperty("since_id")
    Long newestId();

    @JsonProperty("collected_until")
    Instant until();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Long> overlapIds();
  }

  private interface WindowFields {

    @JsonUnwrapped
    SearchCriteria criteria();

    @JsonProperty("overlap")
    Duration nextOverlap();

    @JsonUnwrapped
    WindowProgress progress();
  }

  private interface ProgressFields {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Integer> followedTokens();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Long> recentIds();
  }

  private interface RunFields {

    @JsonUnwrapped
    RunTotals totals();
  }

  private interface PostCountsFields {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    SortedMap<LocalDate, Long> days();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    SortedMap<YearMonth, Long> media();
  }

  private abstract static class HolderText {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    HolderText(String id) {}

    @JsonValue
    abstract String id();
  }

  private interface VocabularyText {

    @JsonValue
    String word();
  }
}
