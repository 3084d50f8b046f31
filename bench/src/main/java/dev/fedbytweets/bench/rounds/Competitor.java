package dev.fedbytweets.bench.rounds;

import java.io.IOException;

/// Something that is measured again and again on the same input.
public interface Competitor {

  /// What is run.
  JavaProgram program();

  /// Makes everything as it was before the first round.
  void reset() throws IOException;

  /// What the last round wrote: bytes of data files.
  long outputBytes() throws IOException;
}
