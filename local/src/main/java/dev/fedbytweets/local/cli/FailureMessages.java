package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.states.ExecutionEvent;
import java.util.regex.Pattern;

/// Messages for a person about failures of states.
final class FailureMessages {

  private static final JsonMapper JSON = new JsonMapper();

  /// The name of a page that is not there: it helps nobody.
  private static final Pattern PAGE = Pattern.compile(", page \\S+\\.json\\.gz:");

  private FailureMessages() {}

  static String of(ExecutionEvent.Problem problem) {
    return problem.exception() == null || problem.exception().getMessage() == null
        ? of(problem.error(), problem.cause())
        : withoutPage(problem.exception().getMessage());
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
      return withoutPage(
          report.path("errorMessage").isTextual() ? report.path("errorMessage").asText() : cause);
    } catch (JsonProcessingException e) {
      return withoutPage(cause);
    }
  }

  private static String withoutPage(String message) {
    return PAGE.matcher(message).replaceFirst(":");
  }
}
