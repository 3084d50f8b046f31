package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.rounds.AheadOfTimeCache;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;

/// Ours, in a lake that is brought back to its state before every round.
///
/// @param program what is run
/// @param lake with the bronze table, and what silver has before
public record SilverOursCompetitor(JavaProgram program, LakeDirectory lake, Entity table)
    implements Competitor {

  /// @param name its name in reports
  /// @param heapMegabytes the largest size of the heap
  public SilverOursCompetitor(String name, LakeDirectory lake, Entity table, int heapMegabytes) {
    this(
        JavaProgram.of(name, SilverOursMain.class, heapMegabytes, lake.root(), table.name()),
        lake,
        table);
  }

  /// The same with a cache.
  SilverOursCompetitor with(AheadOfTimeCache cache) {
    return new SilverOursCompetitor(cache.in(program), lake, table);
  }

  @Override
  public void reset() throws IOException {
    new SavedLake(lake).restore();
  }

  /// The size of the whole silver table.
  @Override
  public long outputBytes() throws IOException {
    return Folders.bytes(files().files());
  }

  /// The files of the silver table.
  TableFiles files() throws IOException {
    return SilverFiles.of(lake, table);
  }
}
