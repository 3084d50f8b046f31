package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.step.ToSilverOutput;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.tables.TableLake;
import java.time.Instant;
import java.time.InstantSource;

/// A lake in memory that the real step brings into silver.
final class SilverLake extends TableLake {

  private static final Run RUN =
      new Run(new RunName("run-1"), Instant.parse("2026-11-21T10:00:00Z"));

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final RecordedMetrics metrics = new RecordedMetrics();

  MemoryObjectStore store() {
    return store;
  }

  RecordedMetrics metrics() {
    return metrics;
  }

  ToSilverOutput merge(Entity entity) {
    return merge(entity, 1_000_000);
  }

  ToSilverOutput merge(Entity entity, int rowsAtOnce) {
    ToSilver toSilver = new ToSilver(tables(), store, InstantSource.system(), rowsAtOnce, metrics);
    return toSilver.merge(new ToSilverInput(RUN, entity), Instant.MAX);
  }
}
