package dev.fedbytweets.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/// Where the statements of [QueryShell] are remembered: a file that only its owner may read, as the
/// XDG Base Directory Specification places it.
final class QueryHistory {

  private QueryHistory() {}

  /// The file, with its folder made; empty if there is no place for it.
  ///
  /// @param environment `XDG_STATE_HOME`, or else `HOME`, says where
  static Optional<Path> file(Map<String, String> environment) {
    Optional<Path> state =
        Optional.ofNullable(environment.get("XDG_STATE_HOME"))
            .filter(home -> !home.isEmpty())
            .or(
                () ->
                    Optional.ofNullable(environment.get("HOME"))
                        .filter(home -> !home.isEmpty())
                        .map(home -> home + "/.local/state"))
            .map(Path::of);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Path file = state.get().resolve("fed-by-tweets/history");
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return Optional.of(file);
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
