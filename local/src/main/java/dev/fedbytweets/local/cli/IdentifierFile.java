package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/// A file with one identifier of a post or a user in each line.
final class IdentifierFile {

  private static final String STANDARD_INPUT = "-";

  private IdentifierFile() {}

  /// The identifiers in it.
  ///
  /// @param name a path, or `-` for standard input
  /// @param identifiers takes what is read, for messages, and the lines
  /// @throws RejectedException if it cannot be read, or a line holds something else
  static List<String> read(
      String name, BiFunction<String, List<String>, List<String>> identifiers) {
    boolean isInput = name.equals(STANDARD_INPUT);
    String source = isInput ? "standard input" : name;
    try {
      byte[] bytes = isInput ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
      return identifiers.apply(source, new String(bytes, StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new RejectedException(
          "cannot read %s: %s".formatted(source, FileFailures.reason(e)), e);
    }
  }
}
