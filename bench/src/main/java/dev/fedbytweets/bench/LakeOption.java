package dev.fedbytweets.bench;

import dev.fedbytweets.bench.rounds.BenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option of the benchmarks that run the local lake as people do.
final class LakeOption {

  @Option(
      names = "--lake",
      paramLabel = "FILE",
      defaultValue = "lake",
      description = "The launcher, here or of a release (default: ./${DEFAULT-VALUE}).")
  private Path launcher;

  /// @throws BenchException if there is none
  Path launcher() {
    if (!Files.isExecutable(launcher)) {
      throw new BenchException(
          "there is no launcher %s: start bench/run in the project's folder, or use --lake"
              .formatted(launcher));
    }
    return launcher.toAbsolutePath();
  }
}
