package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.PLACES_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.PROCESS_RAW;
import static dev.fedbytweets.states.IngestDefinition.TWEETS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.USERS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.arrow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;

/// `statemachine/ingest.asl.json` with tasks that answer as the samples of its arrows.
final class IngestTrial {

  static final Answer DONE = Answer.json(arrow("get-tweets-output-done"));
  static final Answer MORE = Answer.json(arrow("get-tweets-output-more"));
  static final Answer WAIT = Answer.json(arrow("get-tweets-output-wait"));

  private IngestTrial() {}

  /// Every step but GetTweets is done at its first call.
  static Trial trial() {
    Trial trial = Trial.of(IngestDefinition.machine());
    trial.always(PROCESS_RAW, Answer.json(arrow("process-raw-output")));
    trial.always(TWEETS_TO_SILVER, Answer.json(silver("tweets")));
    trial.always(USERS_TO_SILVER, Answer.json(silver("users")));
    trial.always(PLACES_TO_SILVER, Answer.json(silver("places")));
    return trial;
  }

  static String silver(String table) {
    return arrow("to-silver-output").replace("tweets", table);
  }

  /// The execution input's first subject alone.
  static String oneSubject() {
    JsonNode first = Trial.json(arrow("execution-input")).at("/subjects/0");
    return "{\"subjects\": [%s]}".formatted(first);
  }
}
