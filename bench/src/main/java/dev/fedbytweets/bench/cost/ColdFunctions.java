package dev.fedbytweets.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.FunctionImage;
import dev.fedbytweets.aotcache.RunningFunction;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.bench.rounds.Measurement;
import dev.fedbytweets.bench.rounds.ProcessFacts;
import dev.fedbytweets.bench.start.TrainedImage;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.states.TaskInvoker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The functions as their images start them, with the ahead-of-time cache; each call a
/// fresh process, because runs are hours apart. One at a time, so that requests can be told
/// apart.
final class ColdFunctions implements TaskInvoker {

  private final Map<Function, FunctionImage> images = new EnumMap<>(Function.class);
  private final CountedAccount account;
  private final Map<String, String> environment;
  private final List<FunctionCall> calls = new ArrayList<>();

  /// Trains the functions.
  ///
  /// @param folder for their images
  /// @param cpu that they are bound to
  /// @param environment of every function
  ColdFunctions(Path folder, int cpu, CountedAccount account, Map<String, String> environment)
      throws Exception {
    for (Function function : Function.values()) {
      images.put(
          function,
          TrainedImage.of(function, folder).launchedBy("taskset", "-c", Integer.toString(cpu)));
    }
    this.account = account;
    this.environment = Map.copyOf(environment);
  }

  /// The calls so far, in order.
  synchronized List<FunctionCall> calls() {
    return List.copyOf(calls);
  }

  @Override
  public synchronized JsonNode invoke(String resource, JsonNode input, Duration timeout)
      throws IOException, InterruptedException {
    Function function = function(resource);
    Requests before = account.requests();
    long start = System.nanoTime();
    try (RunningFunction process =
        RunningFunction.start(images.get(function), function, List.of(), environment(function))) {
      String answer = answer(resource, process, input);
      double seconds = (System.nanoTime() - start) / 1e9;
      Measurement measurement = ProcessFacts.of(process.processId()).measurement(seconds);
      long logged = process.output().getBytes(StandardCharsets.UTF_8).length;
      calls.add(
          new FunctionCall(
              resource, function, measurement, account.requests().minus(before), logged));
      return StepJson.MAPPER.readTree(answer);
    }
  }

  private static String answer(String resource, RunningFunction process, JsonNode input)
      throws InterruptedException {
    return switch (process.invoke(input.toString())) {
      case Succeeded(String body) -> body;
      case Failed(String type, String message) ->
          throw new BenchException("%s failed: %s: %s".formatted(resource, type, message));
    };
  }

  /// Which function does a task; one that is no task of ingest has the function's own name.
  private static Function function(String task) {
    Function ofIngest = Function.byTask().get(task);
    return ofIngest == null ? Function.named(task) : ofIngest;
  }

  /// With the memory from which the entry point makes the heap.
  private Map<String, String> environment(Function function) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(Assumptions.memoryMegabytes(function)));
    return variables;
  }
}
