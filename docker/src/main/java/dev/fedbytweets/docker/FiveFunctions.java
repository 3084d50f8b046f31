package dev.fedbytweets.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.states.TaskFailure;
import dev.fedbytweets.states.TaskInvoker;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The five functions of the state machine, each in a container that stays warm.
final class FiveFunctions implements TaskInvoker, AutoCloseable {

  private final SortedMap<String, FunctionContainer> containers = new TreeMap<>();

  private FiveFunctions() {}

  /// Starts the containers.
  ///
  /// @param repository of the images
  /// @param settings of every function
  static FiveFunctions start(
      String repository, ContainerLimits limits, Map<String, String> settings) throws IOException {
    FiveFunctions functions = new FiveFunctions();
    for (Map.Entry<String, Function> function : Function.byTask().entrySet()) {
      Image image = Image.of(repository, function.getValue());
      functions.containers.put(function.getKey(), FunctionContainer.start(image, limits, settings));
    }
    return functions;
  }

  @Override
  public JsonNode invoke(String resource, JsonNode input, Duration timeout)
      throws InterruptedException, JsonProcessingException {
    return switch (containers.get(resource).invoke(input.toString(), timeout)) {
      case Succeeded(String body) -> StepJson.MAPPER.readTree(body);
      case Failed(String type, String message) -> throw TaskFailure.reported(type, message);
    };
  }

  /// The memory that each used so far.
  SortedMap<String, Memory> memory() throws InterruptedException {
    SortedMap<String, Memory> memory = new TreeMap<>();
    for (Map.Entry<String, FunctionContainer> container : containers.entrySet()) {
      memory.put(container.getKey(), container.getValue().memory());
    }
    return memory;
  }

  /// The output of all so far.
  String output() {
    StringBuilder output = new StringBuilder();
    containers.values().forEach(container -> output.append(container.output()));
    return output.toString();
  }

  @Override
  public void close() throws InterruptedException {
    for (FunctionContainer container : containers.values()) {
      container.close();
    }
  }
}
