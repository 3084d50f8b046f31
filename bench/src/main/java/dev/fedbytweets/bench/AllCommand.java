package dev.fedbytweets.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench/run all`: every benchmark with its usual sizes, one after another.
@Command(
    name = "all",
    description = "Every benchmark with its usual sizes, one after another. Takes long.",
    mixinStandardHelpOptions = true)
final class AllCommand implements Callable<Integer> {

  private static final List<List<String>> BENCHMARKS =
      List.of(
          List.of("bronze"),
          List.of("silver"),
          List.of("silver", "--table", "users"),
          List.of("merge"),
          List.of("merge", "--table", "users"),
          List.of("cost"));

  @Mixin private BenchOptions common;

  @Spec private CommandSpec spec;

  /// The first code that is not 0; a benchmark that fails does not stop the others.
  @Override
  public Integer call() {
    CommandLine bench = spec.parent().commandLine();
    int code = 0;
    for (List<String> benchmark : BENCHMARKS) {
      List<String> arguments = new ArrayList<>(benchmark);
      arguments.addAll(common.arguments());
      int ended = bench.execute(arguments.toArray(String[]::new));
      code = code == 0 ? ended : code;
    }
    return code;
  }
}
