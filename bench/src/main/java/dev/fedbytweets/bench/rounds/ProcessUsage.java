package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The CPU time and memory that a process used until its end; it prints them in its last line.
///
/// @param cpu time in user and system mode of all its threads, the start of the JVM included
/// @param peakBytes the most memory that was resident
public record ProcessUsage(Duration cpu, long peakBytes) {

  private static final String PREFIX = "used cpu ms, peak kB: ";

  /// Prints the usage of this process so far.
  public static void print() {
    long cpu =
        ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElseThrow();
    System.out.println(PREFIX + cpu + " " + peakKilobytes());
  }

  /// Reads the usage from a process's output.
  static ProcessUsage of(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(PREFIX))
        .map(line -> line.substring(PREFIX.length()).split(" "))
        .map(
            numbers ->
                new ProcessUsage(
                    Duration.ofMillis(Long.parseLong(numbers[0])),
                    Long.parseLong(numbers[1]) * 1024))
        .findFirst()
        .orElseThrow(() -> new BenchException("a process did not say what it used: " + output));
  }

  private static long peakKilobytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("this system does not tell a process's memory", e);
    }
  }
}
