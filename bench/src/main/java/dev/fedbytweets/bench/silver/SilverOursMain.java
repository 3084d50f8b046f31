package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import dev.fedbytweets.local.lake.LocalTables;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tosilver.ToSilver;
import dev.fedbytweets.tosilver.ToSilverConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// Ours: what a bronze table gained into its silver table, through the function itself.
public final class SilverOursMain {

  private SilverOursMain() {}

  /// @param arguments the folder of the lake, the table
  public static void main(String[] arguments) {
    merge(new LakeDirectory(Path.of(arguments[0])), Entity.valueOf(arguments[1]));
  }

  /// Merges what a bronze table gained.
  public static void merge(LakeDirectory lake, Entity table) {
    try (LakeTables tables = LocalTables.open(lake)) {
      ToSilver toSilver =
          new ToSilver(
              tables,
              new LocalObjectStore(lake),
              InstantSource.system(),
              ToSilverConfig.ROWS_AT_ONCE,
              Metrics.NONE);
      toSilver.merge(
          new ToSilverInput(new Run(PageFolder.RUN, PageFolder.FIRST_RETRIEVED), table),
          Instant.MAX);
    }
  }
}
