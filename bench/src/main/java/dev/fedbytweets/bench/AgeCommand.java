package dev.fedbytweets.bench;

import dev.fedbytweets.bench.age.AgeBench;
import dev.fedbytweets.bench.report.Report;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench/run age`.
@Command(
    name = "age",
    description =
        "A lake over its runs, maintained every day and never: its files, and what a query and one"
            + " more run take.",
    mixinStandardHelpOptions = true)
final class AgeCommand extends BenchmarkCommand {

  @Mixin private LakeOption lake;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Runs of the oldest lake; others have had a tenth, a hundredth and so on. Those of 1,000"
              + " take some half an hour to make (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Override
  Report report() throws IOException, InterruptedException {
    common.requireAtLeast("--runs", runs, 1);
    int rounds = common.rounds();
    return AgeBench.run(common.workbench(), lake.launcher(), common.seed(), runs, rounds);
  }
}
