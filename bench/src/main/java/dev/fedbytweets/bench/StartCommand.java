package dev.fedbytweets.bench;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.bench.start.StartBench;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench/run start`.
@Command(
    name = "start",
    description = "First useful work of a fresh process of each function, with and without cache.",
    mixinStandardHelpOptions = true)
final class StartCommand extends BenchmarkCommand {

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "Only this one: get-tweets, process-raw or to-silver (default: all).")
  private Function only;

  @Override
  Report report() throws Exception {
    int rounds = common.rounds();
    Workbench bench = common.workbench();
    return StartBench.run(bench, only == null ? List.of(Function.values()) : List.of(only), rounds);
  }
}
