package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.states.ExecutionEvent;

/// What failures of states say to a person.
final class Causes {

  private static final JsonMapper JSON = new JsonMapper();

  private Causes() {}

  static String message(ExecutionEvent.Problem problem) {
    return problem.exception() == null || problem.exception().getMessage() == null
        ? message(problem.error(), problem.cause())
        : problem.exception().getMessage();
  }

  /// A function reports its exception as JSON; others say it plainly, or nothing.
  static String message(String error, String cause) {
    if (cause == null || cause.isBlank()) {
      return error == null ? "no cause was given" : error;
    }
    try {
      JsonNode report = JSON.readTree(cause);
      return report.path("errorMessage").isTextual() ? report.path("errorMessage").asText() : cause;
    } catch (JsonProcessingException e) {
      return cause;
    }
  }
}
