package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.PeakMemory;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import dev.fedbytweets.local.lake.LocalTables;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tosilver.ToSilver;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// Ours: what a bronze table gained to its silver table, through the function itself.
public final class OursMain {

  private static final int ROWS_AT_ONCE = 500_000;

  private OursMain() {}

  /// @param arguments the folder of the lake, the table
  public static void main(String[] arguments) {
    LakeDirectory lake = new LakeDirectory(Path.of(arguments[0]));
    try (LakeTables tables = LocalTables.open(lake)) {
      ToSilver toSilver =
          new ToSilver(tables, new LocalObjectStore(lake), InstantSource.system(), ROWS_AT_ONCE);
      toSilver.merge(
          new ToSilverInput(
              new Run(PageFolder.RUN, PageFolder.FIRST_RETRIEVED), Entity.valueOf(arguments[1])),
          Instant.MAX);
    }
    PeakMemory.print();
  }
}
