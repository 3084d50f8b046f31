package dev.fedbytweets.bench.age;

import dev.fedbytweets.bench.pages.ImportedRun;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.maintain.Maintain;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Lets a lake age in this process: a year of runs in some minutes.
final class Ageing {

  private final AgedLake aged;

  /// When each run was in truth: snapshots and files bear these times.
  private final List<Instant> truth = new ArrayList<>();

  private Ageing(AgedLake aged) {
    this.aged = aged;
  }

  /// Makes a lake that there is not yet.
  static void make(AgedLake aged) throws IOException, InterruptedException {
    Files.createDirectories(aged.directory().root());
    new Ageing(aged).run();
  }

  private void run() throws IOException, InterruptedException {
    try (Lake lake = Lake.open(aged.directory())) {
      ImportedRun imported = new ImportedRun(lake, () -> aged.time(truth.size()));
      for (int run = 0; run < aged.runs(); run++) {
        truth.add(Instant.now());
        imported.bring(List.of(aged.page(run)));
        if (aged.isMaintained() && truth.size() % AgedLake.RUNS_A_DAY == 0) {
          maintain(lake);
        }
      }
    }
  }

  /// As on that day: what is seven days old by the story is of some seconds ago in truth.
  private void maintain(Lake lake) {
    Instant now = aged.time(truth.size());
    MaintenanceSettings usual = MaintenanceSettings.USUAL;
    Maintain maintain =
        new Maintain(
            lake.tables(),
            new MaintenanceSettings(
                usual.leastSmallFiles(),
                usual.settledAge(),
                usual.leastSmallManifests(),
                inTruth(now, usual.snapshotAge()),
                usual.leastSnapshots(),
                inTruth(now, usual.orphanAge())),
            () -> now,
            Metrics.NONE);
    for (TableDefinition<?> table : TableDefinitions.ALL) {
      maintain.maintain(table, Instant.MAX);
    }
  }

  /// How long before the story's present the run of so long ago was in truth; negative where the
  /// story is behind the truth.
  private Duration inTruth(Instant now, Duration age) {
    int runs = Math.toIntExact(age.dividedBy(AgedLake.BETWEEN_RUNS));
    return Duration.between(truth.get(Math.max(0, truth.size() - runs)), now);
  }
}
