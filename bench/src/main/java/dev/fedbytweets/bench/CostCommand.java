package dev.fedbytweets.bench;

import dev.fedbytweets.bench.cost.CostBench;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.Workbench;
import picocli.CommandLine.Command;

/// `bench/run cost`.
@Command(
    name = "cost",
    description =
        "What a million posts a month cost on AWS, from measured seconds and counted requests."
            + " docs/cost.md is its output with --format markdown.",
    mixinStandardHelpOptions = true)
final class CostCommand extends BenchmarkCommand {

  @Override
  Report report() throws Exception {
    int rounds = common.rounds();
    Workbench bench = common.workbench();
    return CostBench.run(bench, common.seed(), rounds);
  }
}
