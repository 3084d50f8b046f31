package dev.fedbytweets.bench.start;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.FunctionImage;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Median;
import dev.fedbytweets.bench.rounds.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Trains the functions, then starts each again and again, one way after the other, bound to one
/// CPU.
public final class StartBench {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("first s", 3),
          new Column("second s", 3),
          new Column("peak MB", 0),
          new Column("S3", 0),
          new Column("Glue", 0));

  private final Workbench bench;
  private final Path folder;
  private final int rounds;

  private StartBench(Workbench bench, Path folder, int rounds) {
    this.bench = bench;
    this.folder = folder;
    this.rounds = rounds;
  }

  /// Runs the benchmark.
  ///
  /// @param functions which are measured
  /// @param rounds how often each way is measured, after one round that does not count
  /// @throws dev.fedbytweets.bench.rounds.BenchException if a function is not packaged
  public static Report run(Workbench bench, List<Function> functions, int rounds) throws Exception {
    String machine = Machine.fact();
    Path folder = bench.work().resolve("start");
    Folders.remove(folder);
    Files.createDirectories(folder);
    StartBench start = new StartBench(bench, folder, rounds);
    try {
      List<ReportTable> tables = new ArrayList<>();
      for (Function function : functions) {
        tables.add(table(function, start.measure(function)));
      }
      return new Report(
          "start",
          List.of(
              "from the start of a function's process to its first useful answer, and the time of its second",
              "with and without the ahead-of-time cache of its image, with one compiler or both",
              "fresh processes on one CPU, %d rounds in turn after one that does not count, medians; S3 and Glue: requests of the first answer"
                  .formatted(rounds),
              machine),
          tables,
          List.of());
    } finally {
      Folders.remove(folder);
    }
  }

  private Map<Variant, List<Sample>> measure(Function function) throws Exception {
    bench.say("training %s".formatted(function.hyphenated()));
    FunctionImage image =
        TrainedImage.of(function, folder)
            .launchedBy("taskset", "-c", Integer.toString(bench.processes().cpu()));
    Map<Variant, List<Sample>> samples = new EnumMap<>(Variant.class);
    for (int round = 0; round <= rounds; round++) {
      for (Variant variant : Variant.values()) {
        Sample sample = sample(image, function, variant);
        if (round > 0) {
          samples.computeIfAbsent(variant, _ -> new ArrayList<>()).add(sample);
          bench.say(
              "round %d of %d: %s, %s answered after %.2f s"
                  .formatted(
                      round, rounds, function.hyphenated(), variant.label(), sample.first()));
        }
      }
    }
    return samples;
  }

  private Sample sample(FunctionImage image, Function function, Variant variant) throws Exception {
    Path objects = Files.createTempDirectory(folder, "objects");
    try {
      return Sample.take(image, function, variant, objects);
    } finally {
      Folders.remove(objects);
    }
  }

  private static ReportTable table(Function function, Map<Variant, List<Sample>> samples) {
    List<Line> lines = new ArrayList<>();
    samples.forEach(
        (variant, taken) ->
            lines.add(
                Line.of(
                    variant.label(),
                    median(taken, Sample::first),
                    median(taken, Sample::second),
                    median(taken, Sample::peakMegabytes),
                    median(taken, Sample::s3),
                    median(taken, Sample::glue))));
    return new ReportTable(function.hyphenated(), COLUMNS, lines);
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    return Median.of(samples.stream().mapToDouble(value));
  }
}
