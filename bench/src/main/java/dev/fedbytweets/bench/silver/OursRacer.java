package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.rounds.AheadOfTimeCache;
import dev.fedbytweets.bench.rounds.Contender;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Racer;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;

/// Ours, in a lake that is brought back to its state before every round.
///
/// @param contender see [#contender]
/// @param lake with the bronze table, and what silver has before
public record OursRacer(Contender contender, LakeDirectory lake, Entity table) implements Racer {

  /// @param name as it stands in reports
  /// @param heapMegabytes how large the heap may become
  public OursRacer(String name, LakeDirectory lake, Entity table, int heapMegabytes) {
    this(Contender.of(name, OursMain.class, heapMegabytes, lake.root(), table.name()), lake, table);
  }

  /// The same with a cache.
  OursRacer with(AheadOfTimeCache cache) {
    return new OursRacer(cache.in(contender), lake, table);
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
