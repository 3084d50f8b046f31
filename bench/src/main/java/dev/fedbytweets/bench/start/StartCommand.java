package dev.fedbytweets.bench.start;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.FunctionImage;
import dev.fedbytweets.bench.rounds.Median;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Trains the functions, then starts each again and again, one way after the other, pinned to
/// one CPU.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "First useful work of a fresh process of each function, with and without cache.")
public final class StartCommand implements Callable<Integer> {

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "How often each way is measured, after one round that does not count.")
  private int rounds;

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "Only this one: get-tweets, process-raw or to-silver (default: all).")
  private Function only;

  @Option(
      names = "--functions",
      defaultValue = "functions",
      description = "The folder of the function modules, which must be packaged.")
  private Path functions;

  @Option(
      names = "--entry-point",
      defaultValue = "docker/entrypoint",
      description = "What starts a function.")
  private Path entryPoint;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds is at least 1, not " + rounds);
    }
    Path folder = Files.createTempDirectory("bench-start");
    try {
      for (Function function : Function.values()) {
        if (only == null || only == function) {
          print(function, measure(function, folder));
        }
      }
      return 0;
    } finally {
      remove(folder);
    }
  }

  private Map<Variant, List<Sample>> measure(Function function, Path folder) throws Exception {
    FunctionImage image = TrainedImage.of(function, functions, entryPoint, folder);
    int cpu = Runtime.getRuntime().availableProcessors() - 1;
    FunctionImage pinned = image.launchedBy("taskset", "-c", Integer.toString(cpu));
    Map<Variant, List<Sample>> samples = new EnumMap<>(Variant.class);
    for (int round = 0; round <= rounds; round++) {
      for (Variant variant : Variant.values()) {
        Path objects = Files.createTempDirectory(folder, "objects");
        Sample sample = Sample.take(pinned, function, variant, objects);
        remove(objects);
        if (round > 0) {
          samples.computeIfAbsent(variant, _ -> new ArrayList<>()).add(sample);
        }
      }
    }
    return samples;
  }

  private void print(Function function, Map<Variant, List<Sample>> samples) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%n%-14s %9s %9s %9s %9s %9s%n",
        function.hyphenated(), "first s", "second s", "peak MB", "S3", "Glue");
    samples.forEach(
        (variant, taken) ->
            out.printf(
                "%-14s %9.3f %9.3f %9.0f %9.0f %9.0f%n",
                variant.label(),
                median(taken, Sample::first),
                median(taken, Sample::second),
                median(taken, Sample::peakMegabytes),
                median(taken, Sample::s3),
                median(taken, Sample::glue)));
    out.flush();
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    return Median.of(samples.stream().mapToDouble(value));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
