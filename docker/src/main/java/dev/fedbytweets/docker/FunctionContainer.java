package dev.fedbytweets.docker;

import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.contracts.StepJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A function in a container with the permissions that Lambda gives it: it can read its image and
/// write into `/tmp`. The Runtime API, AWS and X are on the loopback network of this machine.
final class FunctionContainer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// Lambda runs functions as a user that no image knows.
  private static final String USER = "993:990";

  /// The variables that Lambda sets, besides the function's own.
  private static final Set<String> SET_BY_LAMBDA =
      Set.of(
          "AWS_LAMBDA_RUNTIME_API",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_REGION",
          "LANG");

  private final String name;
  private final RuntimeApiDouble lambda;

  private FunctionContainer(String name, RuntimeApiDouble lambda) {
    this.name = name;
    this.lambda = lambda;
  }

  /// Starts a container.
  ///
  /// @param settings the function's variables
  static FunctionContainer start(Image image, ContainerLimits limits, Map<String, String> settings)
      throws IOException {
    Map<String, String> variables = new HashMap<>(settings);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(limits.memoryMegabytes()));
    String name = "fed-by-tweets-" + UUID.randomUUID();
    List<String> command = command(name, image, limits, variables.keySet());
    variables.putAll(Engine.environment());
    return new FunctionContainer(name, RuntimeApiDouble.start(command, variables));
  }

  private static List<String> command(
      String name, Image image, ContainerLimits limits, Set<String> variables) {
    String memory = limits.memoryMegabytes() + "m";
    List<String> command =
        new ArrayList<>(
            Engine.command(
                "run",
                "--pull=never",
                "--name=" + name,
                "--network=host",
                "--read-only",
                "--tmpfs=/tmp:exec",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "--user=" + USER,
                "--memory=" + memory,
                "--memory-swap=" + memory,
                "--cpuset-cpus=" + limits.cpus()));
    Set<String> names = new TreeSet<>(variables);
    names.addAll(SET_BY_LAMBDA);
    names.forEach(variable -> command.add("--env=" + variable));
    command.add(image.name());
    return command;
  }

  /// Sends an event, which must succeed.
  ///
  /// @param event a contract between steps
  void perform(Record event) throws InterruptedException {
    String json = new String(StepJson.write(event), StandardCharsets.UTF_8);
    if (invoke(json, PATIENCE) instanceof Invocation.Failed(String type, String message)) {
      throw new ImageException(
          "the function failed: %s: %s%n%s".formatted(type, message, lambda.output()));
    }
  }

  /// Sends an event.
  ///
  /// @param event JSON
  /// @throws IllegalStateException with the function's output, if it does not answer
  Invocation invoke(String event, Duration timeout) throws InterruptedException {
    return lambda.invoke(event, timeout);
  }

  /// The start time of its process, which is later than that of the container.
  Instant startedAt() throws InterruptedException {
    return Instant.parse(Engine.run("inspect", "--format", "{{.State.StartedAt}}", name));
  }

  /// The memory that it used so far.
  Memory memory() throws InterruptedException {
    return Memory.read(Engine.run("exec", name, "sh", "-c", Memory.SCRIPT));
  }

  /// Its output so far.
  String output() {
    return lambda.output();
  }

  @Override
  public void close() throws InterruptedException {
    try {
      Engine.run("rm", "--force", "--volumes", name);
    } finally {
      lambda.close();
    }
  }
}
