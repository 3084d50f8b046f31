package dev.fedbytweets.bench;

import dev.fedbytweets.bench.bronze.BronzeBench;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.Workbench;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench/run bronze`.
@Command(
    name = "bronze",
    description = "Pages to the three bronze tables, against DuckDB; checks that the rows agree.",
    mixinStandardHelpOptions = true)
final class BronzeCommand extends BenchmarkCommand {

  @Option(
      names = "--size",
      paramLabel = "MB",
      defaultValue = "1000",
      description = "Megabytes of JSON (default: ${DEFAULT-VALUE}).")
  private int megabytes;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "150",
      description = "How large our heap may become (default: ${DEFAULT-VALUE}).")
  private int heapMegabytes;

  @Override
  Report report() throws IOException, InterruptedException {
    common.requireAtLeast("--size", megabytes, 1);
    common.requireAtLeast("--heap", heapMegabytes, 32);
    int rounds = common.rounds();
    Workbench bench = common.workbench();
    return BronzeBench.run(bench, common.seed(), megabytes, heapMegabytes, rounds);
  }
}
