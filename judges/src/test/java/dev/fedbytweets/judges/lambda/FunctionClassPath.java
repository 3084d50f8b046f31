package dev.fedbytweets.judges.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The class path of a function: the libraries with which the lake is packaged, and the runtime
/// client. Nothing of this module is on it, Trino least of all.
final class FunctionClassPath {

  private static final Path LIBRARIES = Path.of("..", "local", "target", "libraries");
  private static final String RUNTIME_CLIENT = "/com/amazonaws/".replace("/", File.separator);

  private FunctionClassPath() {}

  /// @throws IllegalStateException if `local` has not been packaged
  static String value() {
    if (!Files.isDirectory(LIBRARIES)) {
      throw new IllegalStateException(
          "there are no libraries in %s: 'mvn verify' packages them".formatted(LIBRARIES));
    }
    return Stream.concat(libraries(), runtimeClient())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> libraries() {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      return jars
          .map(jar -> jar.toAbsolutePath().normalize().toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> runtimeClient() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains(RUNTIME_CLIENT));
  }
}
