package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import dev.fedbytweets.local.lake.LocalTables;
import dev.fedbytweets.processraw.ProcessRaw;
import dev.fedbytweets.processraw.ProcessRawConfig;
import dev.fedbytweets.tables.LakeTables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// Runs the function ProcessRaw over stored pages.
public final class BronzeOursMain {

  /// The `import_date` that both engines write.
  static final Instant IMPORT_DATE = Instant.parse("2026-11-21T12:00:00Z");

  private BronzeOursMain() {}

  /// @param arguments the folder of the pages, the folder of the lake to make
  public static void main(String[] arguments) {
    load(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /// Makes the bronze tables.
  ///
  /// @param pagesFolder the lake with the pages
  /// @param lake the folder of the lake to make; may be the same
  public static void load(Path pagesFolder, Path lake) {
    LocalObjectStore pages = new LocalObjectStore(new LakeDirectory(pagesFolder));
    try (LakeTables tables = LocalTables.open(new LakeDirectory(lake))) {
      new ProcessRaw(
              tables,
              pages,
              InstantSource.fixed(IMPORT_DATE),
              ProcessRawConfig.PAGES_AT_ONCE,
              Metrics.NONE)
          .process(new ProcessRawInput(new Run(PageFolder.RUN, IMPORT_DATE)), Instant.MAX);
    }
  }
}
