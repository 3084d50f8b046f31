package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One call of a task, on a thread of its own so that it can be given up.
final class TaskCall {

  /// What an interrupted task gets to put things in order. Step Functions does not wait; here the
  /// next attempt would run beside it, in the same process.
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final FutureTask<JsonNode> result;
  private final Thread thread;

  private TaskCall(String name, FutureTask<JsonNode> result) {
    this.result = result;
    this.thread = Thread.ofPlatform().daemon().name("task " + name).start(result);
  }

  /// @param name the state's, for the thread
  static TaskCall start(
      String name, TaskInvoker tasks, String resource, JsonNode input, Duration timeout) {
    JsonNode copy = input.deepCopy();
    return new TaskCall(name, new FutureTask<>(() -> tasks.invoke(resource, copy, timeout)));
  }

  /// The task's result: what its JSON text says, so that nothing is shared with the task.
  ///
  /// @throws StateFailure if the task failed
  /// @throws TimeoutException if it took longer; it was interrupted then
  /// @throws InterruptedException if the calling thread was interrupted; the task was, too
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
