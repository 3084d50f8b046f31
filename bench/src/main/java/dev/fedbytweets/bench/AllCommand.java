package dev.fedbytweets.bench;

import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.core.failure.LakeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run all`: every benchmark, one after another, as one page.
@Command(
    name = "all",
    description =
        "Every benchmark, one after another: an hour and a half, and an hour for the inputs the first"
            + " time. docs/performance.md is its output with --format markdown.",
    mixinStandardHelpOptions = true)
final class AllCommand implements Callable<Integer> {

  private static final List<List<String>> BENCHMARKS =
      List.of(
          List.of("cli"),
          List.of("age", "--runs", "1000"),
          List.of("import"),
          List.of("import", "--size", "1000", "--layout", "files,lines"),
          List.of("rebuild"),
          List.of("bronze"),
          List.of("silver"),
          List.of("silver", "--table", "users"),
          List.of("merge"),
          List.of("merge", "--table", "users"),
          List.of("start"),
          List.of("cost"));

  private static final List<List<String>> QUICK =
      List.of(
          List.of("cli", "--commits", "10"),
          List.of("age", "--runs", "10"),
          List.of("import", "--size", "5"),
          List.of("rebuild", "--size", "5"),
          List.of("bronze", "--size", "10"),
          List.of("silver", "--rows", "5000"),
          List.of("merge", "--rows", "100000"),
          List.of("start"),
          List.of("cost"));

  private final List<List<String>> benchmarks;

  @Mixin private BenchOptions common;

  @Option(
      names = "--quick",
      description = "With small inputs, to see that everything works; such numbers say little.")
  private boolean isQuick;

  @Option(
      names = "--part",
      paramLabel = "BENCHMARK",
      description = "One of them, as it is called, such as 'import --size 10'; in place of all.")
  private List<String> parts = List.of();

  @Spec private CommandSpec spec;

  AllCommand() {
    this(BENCHMARKS);
  }

  /// @param benchmarks the arguments of each
  AllCommand(List<List<String>> benchmarks) {
    this.benchmarks = benchmarks;
  }

  /// 1 if a benchmark failed, which does not stop the others.
  @Override
  public Integer call() throws Exception {
    common.print(
        new Report(
            "How fast it is",
            List.of(
                "each section is a run of its own, in which the competitors took turns: ratios hold"
                    + " within it",
                "MB are 1,000,000 bytes; CPU s are seconds of user and system, of all threads and"
                    + " processes",
                Machine.fact()),
            List.of(),
            List.of()));
    int code = 0;
    for (List<String> benchmark : chosen()) {
      code = Math.max(code, run(benchmark));
    }
    return code;
  }

  private List<List<String>> chosen() {
    if (!parts.isEmpty()) {
      return parts.stream().map(part -> List.of(part.strip().split("\\s+"))).toList();
    }
    return isQuick ? QUICK : benchmarks;
  }

  private int run(List<String> benchmark) throws Exception {
    List<String> arguments = new ArrayList<>(benchmark);
    arguments.addAll(common.arguments());
    CommandLine parsed =
        spec.parent()
            .commandLine()
            .parseArgs(arguments.toArray(String[]::new))
            .asCommandLineList()
            .getLast();
    try {
      BenchmarkCommand command = parsed.getCommand();
      common.printPart(command.report());
      return 0;
    } catch (BenchException | LakeException | IOException e) {
      String reason = "it could not be run: " + e.getMessage();
      common.printPart(
          new Report(String.join(" ", benchmark), List.of(reason), List.of(), List.of()));
      return 1;
    }
  }
}
