package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/// How an execution ended.
public sealed interface ExecutionResult {

  /// It came to a regular end.
  ///
  /// @param output the last state's output, not null
  record Succeeded(JsonNode output) implements ExecutionResult {

    public Succeeded {
      Objects.requireNonNull(output, "output");
    }
  }

  /// It failed.
  ///
  /// @param error the error's name: a task's, a Fail state's, or one of the language
  ///   (`States.Timeout`); null if a Fail state gave none
  /// @param cause for people; null if there is none
  record Failed(String error, String cause) implements ExecutionResult {}
}
