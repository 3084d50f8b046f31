package dev.fedbytweets.bench;

import dev.fedbytweets.bench.rebuild.RebuildBench;
import dev.fedbytweets.bench.report.Report;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench/run rebuild`.
@Command(
    name = "rebuild",
    description =
        "Raw pages to all tables anew with the whole command, against the stages alone; checks that"
            + " the rows agree.",
    mixinStandardHelpOptions = true)
final class RebuildBenchCommand extends BenchmarkCommand {

  @Mixin private LakeOption lake;

  @Option(
      names = "--size",
      paramLabel = "MB",
      defaultValue = "100",
      description = "Megabytes of JSON (default: ${DEFAULT-VALUE}).")
  private int megabytes;

  @Override
  Report report() throws IOException, InterruptedException {
    common.requireAtLeast("--size", megabytes, 1);
    int rounds = common.rounds();
    return RebuildBench.run(common.workbench(), lake.launcher(), common.seed(), megabytes, rounds);
  }
}
