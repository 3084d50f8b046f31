package dev.fedbytweets.states;

import static dev.fedbytweets.states.IngestDefinition.PLACES_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.PROCESS_RAW;
import static dev.fedbytweets.states.IngestDefinition.TWEETS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.USERS_TO_SILVER;
import static dev.fedbytweets.states.IngestDefinition.arrow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ScriptedTasks.Answer;

/// `statemachine/ingest.asl.json` with tasks that answer as the samples of its arrows.
final class IngestScript {

  static final Answer DONE = Answer.json(arrow("get-tweets-output-done"));
  static final Answer MORE = Answer.json(arrow("get-tweets-output-more"));
  static final Answer WAIT = Answer.json(arrow("get-tweets-output-wait"));

  private IngestScript() {}

  /// Every step but GetTweets is done at its first call. There are no media.
  static ScriptedExecution execution() {
    ScriptedExecution execution = ScriptedExecution.of(IngestDefinition.FILE.machine());
    execution.always(PROCESS_RAW, Answer.json(bronze(false)));
    execution.always(TWEETS_TO_SILVER, Answer.json(silver("tweets")));
    execution.always(USERS_TO_SILVER, Answer.json(silver("users")));
    execution.always(PLACES_TO_SILVER, Answer.json(silver("places")));
    return execution;
  }

  /// @param hasMedia whether there are media to merge
  static String bronze(boolean hasMedia) {
    return arrow("process-raw-output").replace("\"has_media\": true", "\"has_media\": " + hasMedia);
  }

  static String silver(String table) {
    return arrow("to-silver-output").replace("tweets", table);
  }

  /// The execution input's first subject alone.
  static String oneSubject() {
    JsonNode first = ScriptedExecution.json(arrow("execution-input")).at("/subjects/0");
    return "{\"subjects\": [%s]}".formatted(first);
  }
}
