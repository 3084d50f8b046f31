package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.TypedCommand;
import dev.fedbytweets.local.run.LakeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that names the file with the subjects.
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The file with the subjects and their limits (default: lake.yaml in this folder, else the one"
              + " beside the lake).")
  private Path file;

  /// The file: the one that was named; else `lake.yaml` in the current folder; else, so that a lake
  /// can be used from any folder below, the one beside the lake. It need not be there.
  Path file(LakeDirectory lake) {
    if (file != null) {
      return file;
    }
    Path here = Path.of(LakeConfig.FILE);
    Path beside = lake.root().resolveSibling(LakeConfig.FILE);
    return Files.exists(here) || !Files.exists(beside) ? here : beside;
  }

  /// A command with this option, as far as a person has to type it.
  TypedCommand in(TypedCommand command) {
    return file == null ? command : command.with("--config", file.toString());
  }
}
