package dev.fedbytweets.bench.rounds;

import java.io.IOException;

/// A program that is measured several times on the same input.
public interface Competitor {

  /// The program to run.
  JavaProgram program();

  /// Restores the state before the first round.
  void reset() throws IOException;

  /// The size of the data files that the last round wrote, in bytes.
  long outputBytes() throws IOException;
}
