package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.step.ToSilverOutput;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.Position;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableRows;
import dev.fedbytweets.tables.bronze.BronzeAppend;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.Table;

/// A lake in memory: rows go straight into bronze, and on to silver through the real step.
final class SilverLake {

  private static final Run RUN =
      new Run(new RunName("run-1"), Instant.parse("2026-11-21T10:00:00Z"));

  private final FaultInjector faults = new FaultInjector();
  private final LakeTables tables = FaultyCatalog.emptyLake(faults);
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private int commits;

  FaultInjector faults() {
    return faults;
  }

  MemoryObjectStore store() {
    return store;
  }

  RecordedMetrics metrics() {
    return metrics;
  }

  <R extends Record> void toBronze(TableDefinition<R> definition, List<R> rows) {
    BronzeTable<R> bronze = new BronzeTable<>(definition, tables.table(definition));
    Positions from = bronze.positions();
    try (BronzeAppend<R> append = bronze.append(from, Samples.IMPORT_DATE)) {
      rows.forEach(append::write);
      append.commit(
          RUN.name(),
          from.with(new SubjectName("coffee"), new Position(1, ++commits)),
          new Counts(rows.size(), rows.size(), 0, 0));
    }
  }

  void tweetsToBronze(List<Tweet> rows) {
    toBronze(BronzeDefinitions.TWEETS, rows);
  }

  ToSilverOutput merge(Entity entity) {
    return merge(entity, RUN, 1_000_000);
  }

  ToSilverOutput merge(Entity entity, Run run, int rowsAtOnce) {
    ToSilver toSilver = new ToSilver(tables, store, InstantSource.system(), rowsAtOnce, metrics);
    return toSilver.merge(new ToSilverInput(run, entity), Instant.MAX);
  }

  List<SilverTweet> tweets() {
    return rows(SilverDefinitions.TWEETS).stream()
        .sorted(Comparator.comparing(SilverTweet::id).thenComparing(SilverTweet::subject))
        .toList();
  }

  <S extends Record> List<S> rows(TableDefinition<S> definition) {
    return TableRows.of(tables.table(definition), definition.row());
  }

  Table table(TableDefinition<?> definition) {
    return tables.table(definition);
  }
}
