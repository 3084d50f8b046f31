package dev.fedbytweets.bench.rounds;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// All rounds of one contender; the numbers are medians.
///
/// @param name the contender's
/// @param rounds at least one
/// @param outputBytes of a round
public record Measured(String name, List<Taken> rounds, long outputBytes) {

  public Measured {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException(name + " was never run");
    }
  }

  public double wallSeconds() {
    return median(Taken::wallSeconds);
  }

  public double cpuSeconds() {
    return median(Taken::cpuSeconds);
  }

  public double peakBytes() {
    return median(Taken::peakBytes);
  }

  private double median(ToDoubleFunction<Taken> value) {
    return Median.of(rounds.stream().mapToDouble(value));
  }
}
