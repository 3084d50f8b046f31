package dev.fedbytweets.docker;

import dev.fedbytweets.aotcache.Function;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Reports the size of the images, and how fast their functions do their first useful work.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Size of the images, and first useful work of a fresh container, with and without cache.")
final class ReportCommand implements Callable<Integer> {

  private static final String WITH_CACHE = "-XX:AOTMode=on";
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

  @Mixin private ImageOptions images;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description =
          "How often each start is measured, after one that does not count. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds is at least 1, not " + rounds);
    }
    ContainerLimits limits = images.limits().withOneCpu();
    Map<Function, Layers> layers = new EnumMap<>(Function.class);
    for (Function function : Function.values()) {
      layers.put(function, images.of(function).layers());
    }
    printSizes(layers);
    measureStarts(limits);
    return 0;
  }

  private void printSizes(Map<Function, Layers> images) {
    PrintWriter out = spec.commandLine().getOut();
    String parts =
        Arrays.stream(ImagePart.values())
            .map(part -> " " + part.label() + " |")
            .collect(Collectors.joining());
    out.println("| MB |%s together |".formatted(parts));
    out.println("|---|" + "--:|".repeat(ImagePart.values().length + 1));
    images.forEach(
        (function, layers) -> {
          String sizes =
              Arrays.stream(ImagePart.values())
                  .map(part -> " %.1f |".formatted(layers.megabytes(part)))
                  .collect(Collectors.joining());
          out.println(
              "| %s |%s %.1f |".formatted(function.hyphenated(), sizes, layers.megabytes()));
        });
    out.println();
    out.flush();
  }

  private void measureStarts(ContainerLimits limits) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.println("| seconds | with cache | without | the next, with cache | memory, MB |");
    out.println("|---|--:|--:|--:|--:|");
    for (Function function : Function.values()) {
      List<Start> with = new ArrayList<>();
      List<Start> without = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        with.add(Start.of(images.of(function), limits, WITH_CACHE));
        without.add(Start.of(images.of(function), limits, WITHOUT_CACHE));
      }
      out.println(
          "| %s | %.2f | %.2f | %.2f | %.0f |"
              .formatted(
                  function.hyphenated(),
                  Start.median(with, Start::first),
                  Start.median(without, Start::first),
                  Start.median(with, Start::second),
                  Start.median(with, Start::megabytes)));
      out.flush();
    }
  }
}
