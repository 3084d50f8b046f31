package dev.fedbytweets.judges.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.standins.Invocation;
import dev.fedbytweets.standins.Invocation.Failed;
import dev.fedbytweets.standins.Invocation.Succeeded;
import dev.fedbytweets.standins.RuntimeApiDouble;
import dev.fedbytweets.aws.lambda.StepJson;
import dev.fedbytweets.gettweets.GetTweetsHandler;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.local.states.TaskFailure;
import dev.fedbytweets.local.states.TaskInvoker;
import dev.fedbytweets.processraw.ProcessRawHandler;
import dev.fedbytweets.tosilver.ToSilverHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The five functions, each a warm process under the real runtime client.
final class Functions implements TaskInvoker, AutoCloseable {

  /// Longer than any step takes; also the deadline that the function is told.
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Map<String, Class<?>> HANDLERS =
      Map.of(
          Definition.GET_TWEETS, GetTweetsHandler.class,
          Definition.PROCESS_RAW, ProcessRawHandler.class,
          Definition.TWEETS_TO_SILVER, ToSilverHandler.class,
          Definition.USERS_TO_SILVER, ToSilverHandler.class,
          Definition.PLACES_TO_SILVER, ToSilverHandler.class);

  private final Map<String, RuntimeApiDouble> processes = new TreeMap<>();

  private Functions() {}

  static Functions start(Map<String, String> environment) throws IOException {
    Functions functions = new Functions();
    for (Map.Entry<String, Class<?>> handler : HANDLERS.entrySet()) {
      functions.processes.put(handler.getKey(), process(handler.getValue(), environment));
    }
    return functions;
  }

  /// One function alone.
  static RuntimeApiDouble process(Class<?> handler, Map<String, String> environment)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(NativeClient.environment());
    return RuntimeApiDouble.start(handler.getName(), all, FunctionClassPath.value());
  }

  /// What a function answers; it must.
  ///
  /// @param event a contract between steps
  JsonNode answer(String function, Record event) throws Exception {
    String json = StepJson.MAPPER.writeValueAsString(event);
    Invocation result = processes.get(function).invoke(json, PATIENCE);
    assertThat(result).as(function).isInstanceOf(Succeeded.class);
    return StepJson.MAPPER.readTree(((Succeeded) result).body());
  }

  @Override
  public JsonNode invoke(String resource, JsonNode input, Duration timeout)
      throws InterruptedException, JsonProcessingException {
    String event = StepJson.MAPPER.writeValueAsString(input);
    return switch (processes.get(resource).invoke(event, timeout)) {
      case Succeeded(String body) -> StepJson.MAPPER.readTree(body);
      case Failed(String type, String message) ->
          throw new TaskFailure(type, report(type, message));
    };
  }

  /// What all processes wrote so far.
  String output() {
    return processes.values().stream()
        .map(RuntimeApiDouble::output)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    processes.values().forEach(RuntimeApiDouble::close);
  }

  private static String report(String type, String message) throws JsonProcessingException {
    return StepJson.MAPPER.writeValueAsString(
        StepJson.MAPPER.createObjectNode().put("errorMessage", message).put("errorType", type));
  }
}
