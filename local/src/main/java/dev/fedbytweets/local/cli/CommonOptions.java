package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.lake.LakeDirectory;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The options of every command.
final class CommonOptions {

  @Option(
      names = "--dir",
      paramLabel = "D",
      description =
          "The folder of the lake (default: lake-data in this folder, else the nearest lake above).")
  private Path dir;

  @Option(names = "--verbose", description = "Show where errors come from.")
  private boolean verbose;

  /// The options of a command, which has them as a mixin `common`; empty if it has none.
  static Optional<CommonOptions> of(CommandLine command) {
    return Optional.ofNullable(command.getMixins().get("common")).map(CommonOptions.class::cast);
  }

  LakeDirectory lake() {
    return dir == null ? LakeDirectory.nearest(Path.of("")) : new LakeDirectory(dir);
  }

  /// Whether the lake was not named, and is not in the current folder.
  boolean isElsewhere() {
    return dir == null && !lake().equals(new LakeDirectory(LakeDirectory.USUAL));
  }

  boolean isVerbose() {
    return verbose;
  }
}
