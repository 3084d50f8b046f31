package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.Quarantine;
import dev.fedbytweets.tables.TableLake;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A lake in memory that merges with [PlainCleaning].
public final class MergeLake extends TableLake {

  static final RunName RUN = new RunName("run-2");

  private static final int ALL_ROWS = 1_000_000;

  private final MemoryObjectStore store = new MemoryObjectStore();

  MemoryObjectStore store() {
    return store;
  }

  public Counts mergeTweets() {
    return mergeTweets(RUN);
  }

  public Counts mergeTweets(RunName run) {
    return mergeTweets(run, ALL_ROWS);
  }

  Counts mergeTweets(int rowsAtOnce) {
    return mergeTweets(RUN, rowsAtOnce);
  }

  /// Merges while another commit comes first.
  ///
  /// @param other what happens once the merge has read silver
  Counts mergeTweetsOvertakenBy(Runnable other) {
    List<Runnable> waiting = new ArrayList<>(List.of(other));
    return merge(
        SilverDefinitions.TWEETS,
        BronzeDefinitions.TWEETS,
        () -> {
          waiting.forEach(Runnable::run);
          waiting.clear();
          return new PlainCleaning.Tweets();
        },
        RUN,
        ALL_ROWS);
  }

  Counts mergePlaces() {
    return merge(
        SilverDefinitions.PLACES,
        BronzeDefinitions.PLACES,
        PlainCleaning.Places::new,
        RUN,
        ALL_ROWS);
  }

  private Counts mergeTweets(RunName run, int rowsAtOnce) {
    return merge(
        SilverDefinitions.TWEETS,
        BronzeDefinitions.TWEETS,
        PlainCleaning.Tweets::new,
        run,
        rowsAtOnce);
  }

  private <B extends Record, S extends Record> Counts merge(
      TableDefinition<S> silver,
      TableDefinition<B> bronze,
      Supplier<Cleaning<B, S>> cleanings,
      RunName run,
      int rowsAtOnce) {
    Quarantine quarantine = new Quarantine(store, new RecordedMetrics());
    SilverTable<B, S> table;
    do {
      table =
          new SilverTable<>(
              silver,
              tables().pinned(silver),
              bronze,
              tables().pinned(bronze),
              cleanings,
              quarantine);
    } while (!table.merge(run, rowsAtOnce).isComplete());
    return table.countsOf(run);
  }
}
