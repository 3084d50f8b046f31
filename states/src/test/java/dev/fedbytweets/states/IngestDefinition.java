package dev.fedbytweets.states;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// `statemachine/ingest.asl.json`, as the tests use it.
final class IngestDefinition {

  static final String GET_TWEETS = DefinitionFile.arn("get-tweets");
  static final String PROCESS_RAW = DefinitionFile.arn("process-raw");
  static final String TWEETS_TO_SILVER = DefinitionFile.arn("tweets-to-silver");
  static final String USERS_TO_SILVER = DefinitionFile.arn("users-to-silver");
  static final String PLACES_TO_SILVER = DefinitionFile.arn("places-to-silver");

  static final DefinitionFile FILE =
      new DefinitionFile(
          "ingest.asl.json",
          Map.of(
              "get_tweets_arn", GET_TWEETS,
              "process_raw_arn", PROCESS_RAW,
              "tweets_to_silver_arn", TWEETS_TO_SILVER,
              "users_to_silver_arn", USERS_TO_SILVER,
              "places_to_silver_arn", PLACES_TO_SILVER));

  private IngestDefinition() {}

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
