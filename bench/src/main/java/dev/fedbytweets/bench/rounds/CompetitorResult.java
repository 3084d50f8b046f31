package dev.fedbytweets.bench.rounds;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// All rounds of one competitor; the numbers are medians.
///
/// @param name of the competitor
/// @param rounds at least one
/// @param outputBytes of a round
public record CompetitorResult(String name, List<Measurement> rounds, long outputBytes) {

  public CompetitorResult {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException(name + " was never run");
    }
  }

  public double wallSeconds() {
    return median(Measurement::wallSeconds);
  }

  public double cpuSeconds() {
    return median(Measurement::cpuSeconds);
  }

  public double peakBytes() {
    return median(Measurement::peakBytes);
  }

  private double median(ToDoubleFunction<Measurement> value) {
    return Median.of(rounds.stream().mapToDouble(value));
  }
}
