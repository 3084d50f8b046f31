package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Tweet;
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
final class MergeLake extends TableLake {

  static final RunName RUN = new RunName("run-2");

  private static final int ALL_ROWS = 1_000_000;

  private final MemoryObjectStore store = new MemoryObjectStore();

  MemoryObjectStore store() {
    return store;
  }

  Counts mergeTweets() {
    return mergeTweets(RUN);
  }

  Counts mergeTweets(RunName run) {
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
    SilverTable<Tweet, SilverTweet> tweets =
        silver(
            SilverDefinitions.TWEETS,
            BronzeDefinitions.TWEETS,
            () -> {
              waiting.forEach(Runnable::run);
              waiting.clear();
              return new PlainCleaning.Tweets();
            });
    return merge(tweets, RUN, ALL_ROWS);
  }

  Counts mergePlaces() {
    SilverTable<Place, SilverPlace> places =
        silver(SilverDefinitions.PLACES, BronzeDefinitions.PLACES, PlainCleaning.Places::new);
    return merge(places, RUN, ALL_ROWS);
  }

  private Counts mergeTweets(RunName run, int rowsAtOnce) {
    SilverTable<Tweet, SilverTweet> tweets =
        silver(SilverDefinitions.TWEETS, BronzeDefinitions.TWEETS, PlainCleaning.Tweets::new);
    return merge(tweets, run, rowsAtOnce);
  }

  private <B extends Record, S extends Record> SilverTable<B, S> silver(
      TableDefinition<S> silver, TableDefinition<B> bronze, Supplier<Cleaning<B, S>> cleanings) {
    return new SilverTable<>(
        silver,
        table(silver),
        bronze,
        table(bronze),
        cleanings,
        new Quarantine(store, new RecordedMetrics()));
  }

  private static Counts merge(SilverTable<?, ?> table, RunName run, int rowsAtOnce) {
    boolean isComplete = false;
    while (!isComplete) {
      isComplete = table.merge(run, rowsAtOnce).isComplete();
    }
    return table.countsOf(run);
  }
}
