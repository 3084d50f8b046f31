package dev.fedbytweets.local.run;

import dev.fedbytweets.local.states.StateMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The state machine that Terraform deploys, filled with the names of the local functions.
public final class Definition {

  /// Names of the functions in the filled definition.
  public static final String GET_TWEETS = "get-tweets";

  public static final String PROCESS_RAW = "process-raw";
  public static final String TWEETS_TO_SILVER = "tweets-to-silver";
  public static final String USERS_TO_SILVER = "users-to-silver";
  public static final String PLACES_TO_SILVER = "places-to-silver";

  private static final String RESOURCE = "/statemachine/ingest.asl.json";

  private Definition() {}

  /// The machine, checked.
  public static StateMachine machine() {
    return StateMachine.parse(
        text(),
        Map.of(
            "get_tweets_arn", GET_TWEETS,
            "process_raw_arn", PROCESS_RAW,
            "tweets_to_silver_arn", TWEETS_TO_SILVER,
            "users_to_silver_arn", USERS_TO_SILVER,
            "places_to_silver_arn", PLACES_TO_SILVER));
  }

  private static String text() {
    try (InputStream resource = Definition.class.getResourceAsStream(RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }
}
