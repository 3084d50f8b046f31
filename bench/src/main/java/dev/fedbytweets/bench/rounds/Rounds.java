package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs each competitor once in every round (A B A B), so that other load on the machine affects
/// all of them.
public final class Rounds {

  private final Workbench bench;
  private final int rounds;

  /// @param rounds at least 1
  public Rounds(Workbench bench, int rounds) {
    this.bench = bench;
    this.rounds = rounds;
  }

  /// Runs all rounds and keeps the output of the last one.
  public List<CompetitorResult> run(List<? extends Competitor> competitors)
      throws IOException, InterruptedException {
    List<List<Measurement>> measurements = new ArrayList<>();
    competitors.forEach(competitor -> measurements.add(new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (int index = 0; index < competitors.size(); index++) {
        measurements.get(index).add(run(competitors.get(index), round));
      }
    }
    List<CompetitorResult> results = new ArrayList<>();
    for (int index = 0; index < competitors.size(); index++) {
      Competitor competitor = competitors.get(index);
      results.add(
          new CompetitorResult(
              competitor.program().name(), measurements.get(index), competitor.outputBytes()));
    }
    return results;
  }

  private Measurement run(Competitor competitor, int round)
      throws IOException, InterruptedException {
    competitor.reset();
    Measurement measurement = bench.run(competitor.program());
    bench.say(
        "round %d of %d: %s took %.2f s, %.2f s of CPU, %,d MB"
            .formatted(
                round,
                rounds,
                competitor.program().name(),
                measurement.wallSeconds(),
                measurement.cpuSeconds(),
                measurement.peakBytes() / 1_000_000));
    return measurement;
  }
}
