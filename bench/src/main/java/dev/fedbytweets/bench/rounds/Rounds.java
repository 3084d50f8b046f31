package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rounds A B A B: each contender once in every round, so that what else the machine does meets
/// all of them.
public final class Rounds {

  private final Workbench bench;
  private final int rounds;

  /// @param rounds at least 1
  public Rounds(Workbench bench, int rounds) {
    this.bench = bench;
    this.rounds = rounds;
  }

  /// Runs all rounds. What the last one wrote is still there afterwards.
  public List<Measured> run(List<? extends Racer> racers) throws IOException, InterruptedException {
    List<List<Taken>> taken = new ArrayList<>();
    racers.forEach(racer -> taken.add(new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (int index = 0; index < racers.size(); index++) {
        taken.get(index).add(run(racers.get(index), round));
      }
    }
    List<Measured> measured = new ArrayList<>();
    for (int index = 0; index < racers.size(); index++) {
      Racer racer = racers.get(index);
      measured.add(new Measured(racer.contender().name(), taken.get(index), racer.outputBytes()));
    }
    return measured;
  }

  private Taken run(Racer racer, int round) throws IOException, InterruptedException {
    racer.reset();
    Taken taken = bench.run(racer.contender());
    bench.say(
        "round %d of %d: %s took %.2f s, %.2f s of CPU, %,d MB"
            .formatted(
                round,
                rounds,
                racer.contender().name(),
                taken.wallSeconds(),
                taken.cpuSeconds(),
                taken.peakBytes() / 1_000_000));
    return taken;
  }
}
