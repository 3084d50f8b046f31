package dev.fedbytweets.core.step;

import java.util.Locale;

/// The tasks of the state machine `statemachine/ingest.asl.json`, each done by one function.
public enum IngestTask {
  GET_TWEETS,
  PROCESS_RAW,
  TWEETS_TO_SILVER,
  USERS_TO_SILVER,
  PLACES_TO_SILVER;

  /// The function's name, such as `get-tweets`.
  public String functionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The placeholder of the function's ARN in the definition, such as `get_tweets_arn`.
  public String placeholder() {
    return name().toLowerCase(Locale.ROOT) + "_arn";
  }
}
