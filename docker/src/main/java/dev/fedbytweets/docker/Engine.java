package dev.fedbytweets.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The container engine, called through its command line, which reads `DOCKER_HOST`.
final class Engine {

  private static final String CLIENT = "docker";

  private Engine() {}

  /// Runs a command of the engine to its end.
  ///
  /// @return its output, without white space at the ends
  /// @throws ImageException with the output, if the command fails
  static String run(String... arguments) throws InterruptedException {
    String command = String.join(" ", command(arguments));
    try {
      Process process = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new ImageException("'%s' failed: %s".formatted(command, output.strip()));
      }
      return output.strip();
    } catch (IOException e) {
      throw new ImageException("cannot run '%s': %s".formatted(command, e.getMessage()), e);
    }
  }

  /// The command with its arguments.
  static List<String> command(String... arguments) {
    return Stream.concat(Stream.of(CLIENT), Stream.of(arguments)).toList();
  }

  /// The variables of this process that its command line needs.
  static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("DOCKER_") || name.equals("HOME") || name.equals("PATH")) {
                environment.put(name, value);
              }
            });
    return environment;
  }
}
