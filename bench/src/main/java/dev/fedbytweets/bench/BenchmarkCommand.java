package dev.fedbytweets.bench;

import dev.fedbytweets.bench.report.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A subcommand that runs one benchmark.
abstract class BenchmarkCommand implements Callable<Integer> {

  @Mixin protected BenchOptions common;

  /// Runs the benchmark.
  ///
  /// @throws dev.fedbytweets.bench.rounds.BenchException if it cannot be run, or competitors did
  ///     not do the same work
  abstract Report report() throws Exception;

  @Override
  public final Integer call() throws Exception {
    common.print(report());
    return 0;
  }
}
