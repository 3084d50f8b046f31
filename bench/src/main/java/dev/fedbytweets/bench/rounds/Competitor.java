package dev.fedbytweets.bench.rounds;

import java.io.IOException;

/// A program that is measured several times on the same input.
public interface Competitor {

  /// The program to run.
  Program program();

  /// Restores the state before the first round.
  void reset() throws IOException;

  /// One that leaves nothing behind.
  static Competitor of(Program program) {
    return new Competitor() {
      @Override
      public Program program() {
        return program;
      }

      @Override
      public void reset() {}

      @Override
      public long outputBytes() {
        return 0;
      }
    };
  }

  /// The size of the data files that the last round wrote, in bytes.
  long outputBytes() throws IOException;
}
