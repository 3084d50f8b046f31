package dev.fedbytweets.bench;

import dev.fedbytweets.bench.merge.MergeBench;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench/run merge`.
@Command(
    name = "merge",
    description = "A run of 11,000 posts into silver tables of growing size.",
    mixinStandardHelpOptions = true)
final class MergeCommand extends BenchmarkCommand {

  private static final List<Integer> TWEETS = List.of(100_000, 1_000_000, 10_000_000);
  private static final List<Integer> USERS = List.of(100_000, 1_000_000);

  @Option(
      names = "--rows",
      paramLabel = "N",
      split = ",",
      description =
          "Rows that are stored before, ascending, separated by commas (default:"
              + " 100000,1000000,10000000 of tweets, 100000,1000000 of users).")
  private List<Integer> sizes;

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
      description = "How large the heap may become (default: ${DEFAULT-VALUE}).")
  private int heapMegabytes;

  @Override
  Report report() throws IOException, InterruptedException {
    common.requireAtLeast("--heap", heapMegabytes, 32);
    List<Integer> stored = sizes == null ? (table == Entity.TWEETS ? TWEETS : USERS) : sizes;
    stored.forEach(size -> common.requireAtLeast("--rows", size, 100_000));
    int rounds = common.rounds();
    Workbench bench = common.workbench();
    MergeBench merge = new MergeBench(bench, common.seed(), heapMegabytes, rounds);
    return merge.run(table, stored);
  }
}
