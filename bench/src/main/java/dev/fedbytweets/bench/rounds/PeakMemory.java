package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory a process has had at most, told by itself in its last line.
public final class PeakMemory {

  private static final String PREFIX = "peak kB ";

  private PeakMemory() {}

  /// Prints this process's peak resident memory, as Linux knows it.
  public static void print() {
    try {
      Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .forEach(kilobytes -> System.out.println(PREFIX + kilobytes));
    } catch (IOException e) {
      throw new UncheckedIOException("this system does not tell a process's memory", e);
    }
  }

  /// What a process printed, in bytes.
  static long of(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(PREFIX))
        .mapToLong(line -> Long.parseLong(line.substring(PREFIX.length())) * 1024)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no peak memory in: " + output));
  }
}
