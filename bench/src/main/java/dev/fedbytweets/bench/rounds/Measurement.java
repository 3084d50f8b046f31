package dev.fedbytweets.bench.rounds;

/// The time and memory of one process, and of those that it waited for.
///
/// @param wallSeconds from its start to its end
/// @param cpuSeconds of all threads, user and system
/// @param peakBytes the most memory that one of the processes had resident
public record Measurement(double wallSeconds, double cpuSeconds, long peakBytes) {

  private static final String PREFIX = "used wall s, cpu s, peak bytes: ";

  /// Reads a measurement from the output of a [ProcessMeter].
  static Measurement in(String output) {
    String[] numbers =
        output
            .lines()
            .filter(Measurement::isIn)
            .reduce((first, second) -> second)
            .orElseThrow(() -> new BenchException("a process was not measured: " + output))
            .substring(PREFIX.length())
            .split(" ");
    return new Measurement(
        Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Long.parseLong(numbers[2]));
  }

  /// Whether a line of output is a measurement.
  static boolean isIn(String line) {
    return line.startsWith(PREFIX);
  }

  /// This as a line of output.
  String line() {
    return "%n%s%s %s %d".formatted(PREFIX, wallSeconds, cpuSeconds, peakBytes);
  }
}
