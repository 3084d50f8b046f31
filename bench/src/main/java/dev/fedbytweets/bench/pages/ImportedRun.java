package dev.fedbytweets.bench.pages;

import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.local.importing.ImportProgress;
import dev.fedbytweets.local.importing.Importer;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.Waiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Runs that import pages into a lake and its tables, as `./lake import` does, in this process. No
/// maintenance follows them.
public final class ImportedRun {

  private final Lake lake;
  private final InstantSource clock;
  private final Importer importer;
  private final Ingest ingest;

  /// @param clock when the runs are
  public ImportedRun(Lake lake, InstantSource clock) {
    this.lake = lake;
    this.clock = clock;
    this.importer = new Importer(lake.store(), clock);
    this.ingest =
        new Ingest(
            lake.store(), lake.tables(), Optional.empty(), clock, Waiter.real(clock), event -> {});
  }

  /// Does one.
  ///
  /// @throws BenchException if it failed
  public void bring(List<byte[]> pages) throws IOException, InterruptedException {
    Path file = lake.directory().root().resolve("incoming");
    try {
      write(file, pages);
      importer.importAll(PageFolder.SUBJECT, List.of(file), ImportProgress.NONE);
    } finally {
      Files.deleteIfExists(file);
    }
    if (ingest.run(RunNames.next("import", clock.instant()), List.of())
        instanceof ExecutionResult.Failed(String error, String cause)) {
      throw new BenchException("the run failed: %s: %s".formatted(error, cause));
    }
  }

  private static void write(Path file, List<byte[]> pages) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] page : pages) {
        out.write(page);
        out.write('\n');
      }
    }
  }
}
