package dev.fedbytweets.togold.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/// Files that lie beside this class.
final class Resources {

  private Resources() {}

  /// The text of a file without what only its readers need: indentation, and lines of comment,
  /// which begin with `//`.
  static String compact(String name) {
    return text(name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .collect(Collectors.joining("\n"));
  }

  /// The text of a file.
  static String text(String name) {
    try (InputStream file =
        Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
