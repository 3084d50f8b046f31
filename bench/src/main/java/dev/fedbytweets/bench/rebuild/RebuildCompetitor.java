package dev.fedbytweets.bench.rebuild;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.Cpus;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.LakeProgram;
import java.io.IOException;
import java.nio.file.Path;

/// `./lake rebuild` of a lake whose tables the round before has made.
record RebuildCompetitor(PageFolder pages, Path launcher) implements Competitor {

  @Override
  public LakeProgram program() {
    return LakeProgram.of(
        "rebuild", launcher, Cpus.ONE, "rebuild", "--no-gold", "--dir", pages.root());
  }

  @Override
  public void reset() {}

  @Override
  public long outputBytes() throws IOException {
    return Folders.bytes(Folders.parquetFiles(pages.root()));
  }
}
