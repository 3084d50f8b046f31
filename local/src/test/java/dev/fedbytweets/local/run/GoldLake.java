package dev.fedbytweets.local.run;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.LabelPostsOutput;
import dev.fedbytweets.core.step.ToGoldInput;
import dev.fedbytweets.core.step.ToGoldOutput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.labelposts.LabelPosts;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.TableLake;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.togold.Models;
import dev.fedbytweets.togold.PageSettings;
import dev.fedbytweets.togold.ToGold;
import dev.fedbytweets.tosilver.ToSilver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A lake in memory that labels and counts its posts, and breaks on demand.
final class GoldLake extends TableLake {

  private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Run RUN = new Run(new RunName("run-1"), NOW);
  private static final Models MODELS = Models.shipped();

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final FaultyObjectStore objects = new FaultyObjectStore(store, faults());

  void mergeAll() {
    ToSilver toSilver = new ToSilver(tables(), store, CLOCK, 1_000, Metrics.NONE);
    for (Entity entity : Entity.values()) {
      toSilver.merge(new ToSilverInput(RUN, entity), Instant.MAX);
    }
  }

  LabelPostsOutput label(Set<String> questionSubjects) {
    return new LabelPosts(
            tables(), objects, MODELS.sentiment(), MODELS.topics(), questionSubjects, CLOCK, 1_000)
        .label(new LabelPostsInput(RUN), Instant.MAX);
  }

  /// @param deadline after which no further day is begun
  ToGoldOutput count(Instant deadline) {
    XPrices prices = XPrices.read(new Settings(Map.of()));
    PageSettings page = PageSettings.read(new Settings(Map.of()));
    return new ToGold(tables(), objects, MODELS, prices, page, CLOCK, 1_000)
        .count(new ToGoldInput(RUN), deadline);
  }

  void gold() {
    label(Set.of("coffee"));
    count(Instant.MAX);
  }

  /// The rows of the gold tables.
  Map<String, String> goldRows() {
    Map<String, String> rows = new TreeMap<>();
    TableDefinitions.GOLD.forEach(table -> rows.put(table.toString(), sortedRows(table)));
    return rows;
  }

  private <R extends Record> String sortedRows(TableDefinition<R> table) {
    return TableContents.of(tables().table(table), table).stream()
        .map(Object::toString)
        .sorted()
        .toList()
        .toString();
  }
}
