package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What is wrong with a file of a table, as far as its size shows.
public final class FileDamage {

  private FileDamage() {}

  /// @param bytes the size that the table's metadata says
  /// @return the end of a sentence that begins with the file: `is missing`; empty if all is well
  public static Optional<String> of(Path file, long bytes) {
    try {
      long size = Files.size(file);
      return size == bytes
          ? Optional.empty()
          : Optional.of("has %,d bytes instead of %,d".formatted(size, bytes));
    } catch (NoSuchFileException e) {
      return Optional.of("is missing");
    } catch (IOException e) {
      return Optional.of("cannot be read (%s)".formatted(FileFailures.reason(e)));
    }
  }
}
