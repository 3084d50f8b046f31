package dev.fedbytweets.bench.merge;

import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.bench.silver.SilverFiles;
import dev.fedbytweets.bench.silver.SilverOursCompetitor;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalTables;
import dev.fedbytweets.tables.LakeTables;
import java.io.IOException;
import org.apache.iceberg.Snapshot;

/// The merge into a table of one size.
///
/// @param stored rows before the merge
/// @param lake with the run in bronze
record MergeCompetitor(long stored, LakeDirectory lake, Entity table, int heapMegabytes)
    implements Competitor {

  @Override
  public JavaProgram program() {
    return ours().program();
  }

  @Override
  public void reset() throws IOException {
    ours().reset();
  }

  /// The size of the files that the merge wrote.
  @Override
  public long outputBytes() {
    return Long.parseLong(summary("added-files-size"));
  }

  /// The rows after the merge.
  long rows() {
    return Long.parseLong(summary("total-records"));
  }

  /// The size of the whole table.
  long tableBytes() {
    return Long.parseLong(summary("total-files-size"));
  }

  private String summary(String name) {
    try (LakeTables tables = LocalTables.open(lake)) {
      Snapshot snapshot = tables.table(SilverFiles.definition(table)).currentSnapshot();
      return snapshot.summary().get(name);
    }
  }

  private SilverOursCompetitor ours() {
    String name = "into %,d %s".formatted(stored, table.lowerCase());
    return new SilverOursCompetitor(name, lake, table, heapMegabytes);
  }
}
