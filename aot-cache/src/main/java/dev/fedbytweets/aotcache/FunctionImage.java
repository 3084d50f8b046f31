package dev.fedbytweets.aotcache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A function as it lies in its image, and the entry point that starts it.
///
/// @param root holds `app/` and `lib/` with the jars; absolute
/// @param entryPoint the script; absolute
/// @param launcher a command that starts the script, such as `taskset -c 1`; may be empty
public record FunctionImage(Path root, Path entryPoint, List<String> launcher) {

  /// @throws IllegalArgumentException if a part is missing
  public FunctionImage {
    root = root.toAbsolutePath().normalize();
    entryPoint = entryPoint.toAbsolutePath().normalize();
    launcher = List.copyOf(launcher);
    requireJars(root.resolve("app"));
    requireJars(root.resolve("lib"));
    if (!Files.isExecutable(entryPoint)) {
      throw new IllegalArgumentException("there is no entry point " + entryPoint);
    }
  }

  /// An image whose entry point is started as it is.
  public FunctionImage(Path root, Path entryPoint) {
    this(root, entryPoint, List.of());
  }

  /// The same, started by another command.
  public FunctionImage launchedBy(String... command) {
    return new FunctionImage(root, entryPoint, List.of(command));
  }

  /// Where the ahead-of-time cache lies, if there is one.
  public Path cache() {
    return root.resolve("function.aot");
  }

  /// Where training writes down what the cache was made for.
  Path trainedFor() {
    return root.resolve("function.aot.made-for");
  }

  /// What starts the function.
  public List<String> command(Function function) {
    return Stream.concat(launcher.stream(), Stream.of(entryPoint.toString(), function.handler()))
        .toList();
  }

  /// The environment that tells the entry point where the image and the JVM are: this one.
  ///
  /// @param javaOptions more options for the JVM
  public Map<String, String> environment(List<String> javaOptions) {
    return Map.of(
        "LAMBDA_TASK_ROOT", root.toString(),
        "JAVA_HOME", System.getProperty("java.home"),
        "LAKE_JAVA_OPTIONS", String.join(" ", javaOptions));
  }

  private static void requireJars(Path folder) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      if (jars.iterator().hasNext()) {
        return;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + folder, e);
    }
    throw new IllegalArgumentException("there are no jars in " + folder);
  }
}
