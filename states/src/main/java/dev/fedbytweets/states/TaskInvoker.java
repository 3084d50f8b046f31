package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// Runs the code behind a Task state's `Resource`.
@FunctionalInterface
public interface TaskInvoker {

  /// Runs a task. It is called on a thread of its own, and on several threads at the same time
  /// where the definition says so. A call that takes too long, or whose execution ends, is
  /// interrupted, and its result is dropped.
  ///
  /// @param resource the state's `Resource`, placeholders filled
  /// @param input a copy that the task may change
  /// @param timeout how long the call may take
  /// @return the task's result; null counts as a JSON null
  /// @throws TaskFailure to report an error by name
  /// @throws Exception reported as by [TaskFailure#of]
  JsonNode invoke(String resource, JsonNode input, Duration timeout) throws Exception;
}
