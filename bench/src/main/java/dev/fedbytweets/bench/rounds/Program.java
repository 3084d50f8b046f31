package dev.fedbytweets.bench.rounds;

import java.util.List;

/// A program that is measured, as a new process each time.
public interface Program {

  /// Its name in reports.
  String name();

  /// The CPUs that it is bound to.
  Cpus cpus();

  /// The command that starts it.
  List<String> command();
}
