package dev.fedbytweets.bench;

import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.bench.silver.SilverBench;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench/run silver`.
@Command(
    name = "silver",
    description =
        "A bronze table to unique, clean rows, against DuckDB; checks that the rows agree.",
    mixinStandardHelpOptions = true)
final class SilverCommand extends BenchmarkCommand {

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1200000",
      description = "Posts in bronze (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      defaultValue = "tweets",
      description = "tweets or users (default: ${DEFAULT-VALUE}).")
  private Entity table;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "150",
      description = "How large our heap may become (default: ${DEFAULT-VALUE}).")
  private int heapMegabytes;

  @Override
  Report report() throws IOException, InterruptedException {
    common.requireAtLeast("--rows", rows, 100);
    common.requireAtLeast("--heap", heapMegabytes, 32);
    int rounds = common.rounds();
    Workbench bench = common.workbench();
    return SilverBench.run(bench, common.seed(), table, rows, heapMegabytes, rounds);
  }
}
