package dev.fedbytweets.acceptance.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.FunctionImage;
import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.states.TaskFailure;
import dev.fedbytweets.states.TaskInvoker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The functions of ingest, each a warm process under the real runtime client, and others where
/// they are asked for.
public final class Functions implements TaskInvoker, AutoCloseable {

  /// Longer than any step takes; also the deadline in the function's context.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Path ENTRY_POINT = Path.of("..", "docker", "entrypoint");

  private final Map<String, RuntimeApiDouble> processes = new TreeMap<>();

  private Functions() {}

  /// @param others by the names of their images
  static Functions start(Map<String, String> environment, Function... others) throws IOException {
    Functions functions = new Functions();
    for (Function function : others) {
      functions.processes.put(function.hyphenated(), process(function, environment));
    }
    for (Map.Entry<String, Function> function : Function.byTask().entrySet()) {
      functions.processes.put(function.getKey(), process(function.getValue(), environment));
    }
    return functions;
  }

  /// One function alone, with the jars of its image and as the image starts it.
  public static RuntimeApiDouble process(Function function, Map<String, String> environment)
      throws IOException {
    Path root = Path.of("..", "functions", function.hyphenated(), "target", "image");
    FunctionImage image = new FunctionImage(root, ENTRY_POINT);
    Map<String, String> all = new HashMap<>(environment);
    // A cache that lies there may be older than the jars, and would hide what they do.
    all.putAll(image.environment(List.of("-XX:AOTMode=off")));
    return RuntimeApiDouble.start(image.command(function), all);
  }

  /// Sends an event, which must succeed.
  ///
  /// @param event a contract between steps
  /// @return the answer
  JsonNode answer(String function, Record event) throws Exception {
    String json = StepJson.MAPPER.writeValueAsString(event);
    Invocation result = processes.get(function).invoke(json, PATIENCE);
    assertThat(result).as(function).isInstanceOf(Succeeded.class);
    return StepJson.MAPPER.readTree(((Succeeded) result).body());
  }

  /// Ends a process as Lambda does when its time is up, and starts another.
  void restart(Function function, Map<String, String> environment) throws IOException {
    processes.remove(function.hyphenated()).close();
    processes.put(function.hyphenated(), process(function, environment));
  }

  @Override
  public JsonNode invoke(String resource, JsonNode input, Duration timeout)
      throws InterruptedException, JsonProcessingException {
    String event = StepJson.MAPPER.writeValueAsString(input);
    return switch (processes.get(resource).invoke(event, timeout)) {
      case Succeeded(String body) -> StepJson.MAPPER.readTree(body);
      case Failed(String type, String message) -> throw TaskFailure.reported(type, message);
    };
  }

  /// The output of all processes so far.
  String output() {
    return processes.values().stream()
        .map(RuntimeApiDouble::output)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    processes.values().forEach(RuntimeApiDouble::close);
  }
}
