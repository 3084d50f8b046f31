package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// The machine that the benchmarks run on.
public final class Machine {

  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /// A sentence with the day, its hardware and its load in the last minute.
  public static String fact() {
    return String.format(
        Locale.ROOT,
        "on %s, on %s, %d CPUs with a load of %.1f before, Java %s",
        LocalDate.now(ZoneOffset.UTC),
        model(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version().feature());
  }

  private static String model() {
    try {
      return Files.readAllLines(CPUS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + CPUS, e);
    }
  }
}
