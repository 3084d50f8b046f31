package dev.fedbytweets.bench.rebuild;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.AheadOfTimeCache;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The stages alone, with a new lake in every round.
///
/// @param program what is run
/// @param output the folder of the lake
record StagesCompetitor(JavaProgram program, Path output) implements Competitor {

  static StagesCompetitor of(PageFolder pages, Path output, int heapMegabytes) {
    return new StagesCompetitor(
        JavaProgram.of("the stages", StagesMain.class, heapMegabytes, pages.root(), output),
        output);
  }

  /// The same with a cache.
  StagesCompetitor with(AheadOfTimeCache cache) {
    return new StagesCompetitor(cache.in(program), output);
  }

  @Override
  public void reset() throws IOException {
    Folders.remove(output);
    Files.createDirectories(output);
  }

  @Override
  public long outputBytes() throws IOException {
    return Folders.bytes(Folders.parquetFiles(output));
  }
}
