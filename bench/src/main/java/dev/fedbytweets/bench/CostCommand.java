package dev.fedbytweets.bench;

import dev.fedbytweets.bench.cost.CostBench;
import dev.fedbytweets.bench.rounds.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `bench/run cost`.
@Command(
    name = "cost",
    description =
        "What a million posts a month cost on AWS, from measured seconds and counted requests."
            + " docs/cost.md is its output with --format markdown.",
    mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {

  @Mixin private BenchOptions common;

  @Override
  public Integer call() throws Exception {
    int rounds = common.rounds();
    Workbench bench = common.workbench();
    common.print(CostBench.run(bench, common.seed(), rounds));
    return 0;
  }
}
