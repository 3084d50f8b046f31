package dev.fedbytweets.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is deleted when it is closed.
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder make() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("fed-by-tweets"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path file : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
