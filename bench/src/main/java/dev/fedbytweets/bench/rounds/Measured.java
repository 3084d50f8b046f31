package dev.fedbytweets.bench.rounds;

import java.util.Arrays;
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
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).sum() / 2;
  }
}
