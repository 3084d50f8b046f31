package dev.fedbytweets.bench.age;

import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Program;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One more run for a copy of a lake.
///
/// @param lake the lake's folder
/// @param copy the copy's, new in every round
/// @param page the page that the run brings
record NextRun(Path lake, Path copy, Path page) implements Competitor {

  @Override
  public Program program() {
    return NextRunMain.program(copy, page);
  }

  @Override
  public void reset() throws IOException {
    Folders.remove(copy);
    for (Path file : Folders.files(lake)) {
      Path to = copy.resolve(lake.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
    // So that what is measured does not begin with telling the tables where they are now.
    Lake.open(new LakeDirectory(copy)).close();
  }

  @Override
  public long outputBytes() {
    return 0;
  }
}
