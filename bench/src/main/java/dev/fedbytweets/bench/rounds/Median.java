package dev.fedbytweets.bench.rounds;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The number in the middle; of an even count, the mean of the two in the middle.
public final class Median {

  private Median() {}

  /// @param numbers at least one
  public static double of(DoubleStream numbers) {
    double[] sorted = numbers.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).sum() / 2;
  }
}
