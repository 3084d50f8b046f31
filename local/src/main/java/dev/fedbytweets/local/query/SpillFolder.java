package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The temporary folder to which DuckDB spills what does not fit into its memory. Closing it
/// deletes it with its files.
record SpillFolder(Path path) implements AutoCloseable {

  /// @throws MisconfiguredException if there is no place for temporary files
  static SpillFolder create() {
    try {
      return new SpillFolder(Files.createTempDirectory("fedbytweets-query-"));
    } catch (IOException e) {
      throw new MisconfiguredException("cannot make a folder for temporary files: " + e, e);
    }
  }

  /// A result on its way to where it belongs.
  Path result() {
    return path.resolve("result.parquet");
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
