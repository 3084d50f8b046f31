package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tasks that answer what a test wrote down for them, call by call, and remember what they were
/// asked.
final class ScriptedTasks implements TaskInvoker {

  /// What a task does when it is called.
  @FunctionalInterface
  interface Answer {

    JsonNode to(JsonNode input) throws Exception;

    static Answer json(String json) {
      return input -> Json.parse(json);
    }

    static Answer failure(String error, String reason) {
      return input -> {
        throw new TaskFailure(error, reason);
      };
    }

    static Answer exception(Exception exception) {
      return input -> {
        throw exception;
      };
    }
  }

  record Call(String resource, JsonNode input, Duration timeout) {}

  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, Answer> always = new ConcurrentHashMap<>();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

  /// The next answers of a resource, one for each call.
  void then(String resource, Answer... next) {
    answers.computeIfAbsent(resource, key -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /// The answer to every call of a resource that has no other.
  void always(String resource, Answer answer) {
    always.put(resource, answer);
  }

  @Override
  public JsonNode invoke(String resource, JsonNode input, Duration timeout) throws Exception {
    calls.add(new Call(resource, input.deepCopy(), timeout));
    return next(resource).to(input);
  }

  private synchronized Answer next(String resource) {
    Deque<Answer> left = answers.getOrDefault(resource, new ArrayDeque<>());
    Answer answer = left.isEmpty() ? always.get(resource) : left.remove();
    return answer == null ? fail("nobody expected another call of " + resource) : answer;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  List<JsonNode> inputsOf(String resource) {
    return calls().stream()
        .filter(call -> call.resource().equals(resource))
        .map(Call::input)
        .toList();
  }
}
