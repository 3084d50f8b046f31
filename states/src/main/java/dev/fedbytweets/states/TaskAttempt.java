package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One attempt at a task, on a thread of its own so that it can be abandoned.
final class TaskAttempt {

  /// How long an interrupted task may take to clean up. Step Functions does not wait; here the next
  /// attempt would run beside it, in the same process.
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final FutureTask<JsonNode> result;
  private final Thread thread;

  private TaskAttempt(String name, FutureTask<JsonNode> result) {
    this.result = result;
    this.thread = Thread.ofPlatform().daemon().name("task " + name).start(result);
  }

  static TaskAttempt start(State.Task task, TaskInvoker tasks, JsonNode input) {
    JsonNode copy = input.deepCopy();
    return new TaskAttempt(
        task.name(), new FutureTask<>(() -> tasks.invoke(task.resource(), copy, task.timeout())));
  }

  /// Waits for the task's result, which is read back from its JSON text so that nothing is shared
  /// with the task.
  ///
  /// @throws StateFailure if the task failed
  /// @throws TimeoutException if the task took longer; it has been interrupted by then
  /// @throws InterruptedException if the calling thread was interrupted; so was the task
  JsonNode await(Duration timeout) throws TimeoutException, InterruptedException {
    try {
      return asJson(result.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw StateFailure.of(TaskFailure.of(e.getCause()));
    } catch (TimeoutException | InterruptedException e) {
      thread.interrupt();
      thread.join(GRACE);
      throw e;
    }
  }

  private static JsonNode asJson(JsonNode value) {
    try {
      return value == null ? NullNode.getInstance() : Json.parse(Json.text(value));
    } catch (JsonProcessingException e) {
      throw StateFailure.of(TaskFailure.of(e));
    }
  }
}
