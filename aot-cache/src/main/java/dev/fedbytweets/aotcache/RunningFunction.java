package dev.fedbytweets.aotcache;

import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.contracts.StepJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A function's process, started by its image's entry point.
public final class RunningFunction implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RuntimeApiDouble lambda;

  private RunningFunction(RuntimeApiDouble lambda) {
    this.lambda = lambda;
  }

  /// Starts the process.
  ///
  /// @param javaOptions besides those of the entry point
  /// @param environment the function's variables
  public static RunningFunction start(
      FunctionImage image,
      Function function,
      List<String> javaOptions,
      Map<String, String> environment)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(image.environment(javaOptions));
    return new RunningFunction(RuntimeApiDouble.start(image.command(function), all));
  }

  /// Has it do a step, which must succeed.
  ///
  /// @param event a contract between steps
  /// @throws IllegalStateException if the step fails; shows what the process wrote
  public void perform(Record event) throws InterruptedException {
    String _ = answer(event);
  }

  /// Has it do a step, which must succeed.
  ///
  /// @param event a contract between steps
  /// @return its answer, JSON
  /// @throws IllegalStateException if the step fails; shows what the process wrote
  public String answer(Record event) throws InterruptedException {
    return switch (invoke(event)) {
      case Succeeded(String body) -> body;
      case Failed(String type, String message) ->
          throw new IllegalStateException(
              "the function failed: %s: %s%n%s".formatted(type, message, lambda.output()));
    };
  }

  /// Has it try a step.
  ///
  /// @param event a contract between steps
  public Invocation invoke(Record event) throws InterruptedException {
    return invoke(new String(StepJson.write(event), StandardCharsets.UTF_8));
  }

  /// Has it try a step.
  ///
  /// @param event JSON
  public Invocation invoke(String event) throws InterruptedException {
    return lambda.invoke(event, PATIENCE);
  }

  /// Ends it in order: the JVM writes what it has to.
  public void end() throws InterruptedException {
    lambda.end(PATIENCE);
  }

  /// What it wrote so far.
  public String output() {
    return lambda.output();
  }

  public long processId() {
    return lambda.processId();
  }

  @Override
  public void close() {
    lambda.close();
  }
}
