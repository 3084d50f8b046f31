package dev.fedbytweets.bench;

import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportFormat;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of every benchmark.
final class BenchOptions {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each competitor runs, in turn (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      defaultValue = "0",
      description = "The CPU that competitors are bound to (default: ${DEFAULT-VALUE}).")
  private int cpu;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "bench-data",
      description = "The folder of inputs and outputs (default: ${DEFAULT-VALUE}).")
  private Path work;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the made-up posts (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, markdown or json (default: ${DEFAULT-VALUE}).")
  private ReportFormat format;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// The workbench for these options; its messages go to standard error.
  Workbench workbench() {
    requireAtLeast("--cpu", cpu, 0);
    if (!Files.isDirectory(Path.of("/sys/devices/system/cpu/cpu" + cpu))) {
      throw new ParameterException(spec.commandLine(), "this machine has no CPU " + cpu);
    }
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new BenchException("cannot make the folder " + work, e);
    }
    return new Workbench(work, new Processes(cpu), System.err::println);
  }

  int rounds() {
    requireAtLeast("--rounds", rounds, 1);
    return rounds;
  }

  long seed() {
    return seed;
  }

  /// These options as arguments of another command.
  List<String> arguments() {
    return List.of(
        "--rounds=" + rounds(),
        "--cpu=" + cpu,
        "--work=" + work,
        "--seed=" + seed,
        "--format=" + format.name().toLowerCase(Locale.ROOT));
  }

  /// Refuses a number that is too small.
  void requireAtLeast(String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), "%s is at least %d, not %d".formatted(option, least, value));
    }
  }

  /// Prints a report.
  void print(Report report) {
    spec.commandLine().getOut().println(format.write(report));
  }

  /// Prints a report that belongs to the one before.
  void printPart(Report report) {
    spec.commandLine().getOut().println(format.writePart(report));
  }
}
