package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.local.lake.FileFailures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/// A file with a result: the old file stays until the new one is whole. What is no regular file, a
/// pipe for example, is written directly.
///
/// @param path links are followed
record ResultFile(Path path) {

  /// Writes the file.
  ///
  /// @param content writes into the stream that it is given
  /// @throws MisconfiguredException if the file cannot be written
  void write(Consumer<OutputStream> content) {
    try {
      boolean exists = Files.exists(path);
      if (exists && !Files.isRegularFile(path)) {
        fill(path, content);
        return;
      }
      Path target = exists ? path.toRealPath() : path;
      Path part = target.resolveSibling(".%s.part".formatted(target.getFileName()));
      try {
        fill(part, content);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new MisconfiguredException("cannot write %s: %s".formatted(path, reason(e)), e);
    }
  }

  private static void fill(Path file, Consumer<OutputStream> content) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file)) {
      content.accept(stream);
    }
  }

  /// What is missing is the folder, since the file need not be there.
  private static String reason(IOException failure) {
    return failure instanceof NoSuchFileException
        ? "its folder does not exist"
        : FileFailures.reason(failure);
  }
}
