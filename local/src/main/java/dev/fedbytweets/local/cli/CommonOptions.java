package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.lake.LakeDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The options of every command.
final class CommonOptions {

  /// Where a lake is if nothing else is said.
  static final String DIR = "lake-data";

  @Option(
      names = "--dir",
      paramLabel = "D",
      defaultValue = DIR,
      description = "The folder of the lake (default: ${DEFAULT-VALUE}).")
  private Path dir;

  @Option(names = "--verbose", description = "Show where errors come from.")
  private boolean verbose;

  LakeDirectory lake() {
    return new LakeDirectory(dir);
  }

  /// The folder as the user wrote it, for messages.
  String named() {
    return dir.toString();
  }

  boolean isVerbose() {
    return verbose;
  }
}
