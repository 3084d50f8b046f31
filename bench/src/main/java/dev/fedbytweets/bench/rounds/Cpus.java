package dev.fedbytweets.bench.rounds;

import java.util.List;

/// The CPUs that a program is bound to, with `taskset`: a JVM then counts only these.
public enum Cpus {
  /// The one that the benchmarks use.
  ONE,
  /// That one and the next.
  TWO,
  /// All of the machine's: it is not bound.
  ALL;

  /// What stands before a command.
  ///
  /// @param cpu the one that the benchmarks use
  List<String> binding(int cpu) {
    int next = (cpu + 1) % Runtime.getRuntime().availableProcessors();
    return switch (this) {
      case ONE -> List.of("taskset", "-c", Integer.toString(cpu));
      case TWO -> List.of("taskset", "-c", cpu + "," + next);
      case ALL -> List.of();
    };
  }
}
