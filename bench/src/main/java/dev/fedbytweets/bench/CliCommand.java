package dev.fedbytweets.bench;

import dev.fedbytweets.bench.cli.CliBench;
import dev.fedbytweets.bench.report.Report;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench/run cli`.
@Command(
    name = "cli",
    description =
        "Commands of the local lake, each a fresh process, on a small lake and on one with many"
            + " commits, against DuckDB.",
    mixinStandardHelpOptions = true)
final class CliCommand extends BenchmarkCommand {

  @Mixin private LakeOption lake;

  @Option(
      names = "--commits",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Commits of each table of the larger lake, which is made once, in some ten minutes for 1,000"
              + " (default: ${DEFAULT-VALUE}).")
  private int commits;

  @Override
  Report report() throws IOException, InterruptedException {
    common.requireAtLeast("--commits", commits, 1);
    int rounds = common.rounds();
    return CliBench.run(common.workbench(), lake.launcher(), common.seed(), commits, rounds);
  }
}
