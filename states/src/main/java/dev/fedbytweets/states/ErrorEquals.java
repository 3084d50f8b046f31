package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `ErrorEquals`: the errors that a retrier or a catcher applies to.
///
/// @param names not empty; `States.ALL` stands alone
record ErrorEquals(List<String> names) {

  static final String ALL = "States.ALL";
  static final String TASK_FAILED = "States.TaskFailed";
  static final String TIMEOUT = "States.Timeout";
  static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

  /// The language's error names that can be retried or caught here. The others either fail the
  /// execution whatever the definition says (`States.Runtime`), or belong to features that this
  /// package refuses (`States.HeartbeatTimeout`).
  private static final Set<String> KNOWN =
      Set.of(ALL, TASK_FAILED, TIMEOUT, DATA_LIMIT_EXCEEDED, "States.Permissions");

  /// @throws IllegalArgumentException if there is no name, or one that never matches
  ErrorEquals {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("must name at least one error");
    }
    for (String name : names) {
      if (name.startsWith("States.") && !KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "'%s' can be neither retried nor caught".formatted(name));
      }
    }
    if (names.contains(ALL) && names.size() > 1) {
      throw new IllegalArgumentException("'%s' must stand alone".formatted(ALL));
    }
  }

  /// Reads `ErrorEquals` of a retrier or a catcher.
  static ErrorEquals parse(Fields fields) {
    fields.requiredValue("ErrorEquals");
    return fields.value("ErrorEquals", ErrorEquals::parse).orElseThrow();
  }

  private static ErrorEquals parse(JsonNode array) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : array) {
      if (!name.isTextual()) {
        throw new IllegalArgumentException("must hold strings");
      }
      names.add(name.textValue());
    }
    return new ErrorEquals(names);
  }

  boolean isWildcard() {
    return names.contains(ALL);
  }

  /// `States.ALL` matches everything but too much data, `States.TaskFailed` everything but that
  /// and timeouts.
  boolean match(StateFailure failure) {
    if (!failure.mayHeal()) {
      return false;
    }
    String error = failure.error();
    if (error != null && names.contains(error)) {
      return true;
    }
    if (DATA_LIMIT_EXCEEDED.equals(error)) {
      return false;
    }
    return names.contains(ALL) || (names.contains(TASK_FAILED) && !TIMEOUT.equals(error));
  }
}
