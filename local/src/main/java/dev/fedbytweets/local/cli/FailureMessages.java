package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.states.ExecutionEvent;

/// Messages for a person about failures of states.
final class FailureMessages {

  private static final JsonMapper JSON = new JsonMapper();

  private FailureMessages() {}

  static String of(ExecutionEvent.Problem problem) {
    return problem.exception() == null || problem.exception().getMessage() == null
        ? of(problem.error(), problem.cause())
        : problem.exception().getMessage();
  }

  /// The message of an error report in JSON, else the cause, else the error's name.
  ///
  /// @param error may be null
  /// @param cause may be null
  static String of(String error, String cause) {
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
