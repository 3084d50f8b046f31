package dev.fedbytweets.togold;

import dev.fedbytweets.contracts.gold.Portion;
import dev.fedbytweets.contracts.gold.ReadDays;
import dev.fedbytweets.contracts.gold.TakenDays;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.RunCollection;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.gold.DayTable;
import dev.fedbytweets.tables.gold.TableDays;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is said about runs: counts the days anew on which bronze changed.
final class RunDays {

  private static final String STEP = "to-gold-runs";
  private static final String RULE = "2";

  private final LakeTables lake;
  private final ObjectStore store;
  private final XPrices prices;
  private final InstantSource clock;

  RunDays(LakeTables lake, ObjectStore store, XPrices prices, InstantSource clock) {
    this.lake = lake;
    this.store = store;
    this.prices = prices;
    this.clock = clock;
  }

  /// Counts days, the newest first; at least one, if there is any.
  ///
  /// @param deadline after which no further day is begun
  TakenDays count(RunName run, Instant deadline) {
    ReadDays read = ReadDays.of(store, STEP);
    try (DayTable<RunCollection> table =
        DayTable.open(lake, GoldDefinitions.COLLECTION_BY_RUN, RunCollection::day)) {
      TableDays<Tweet> posts = TableDays.of(lake, BronzeDefinitions.TWEETS);
      TableDays<Medium> media = TableDays.of(lake, BronzeDefinitions.MEDIA);
      SortedMap<LocalDate, String> present = new TreeMap<>(posts.fingerprints());
      media.fingerprints().forEach((day, text) -> present.merge(day, text, String::concat));
      String rule = String.join(",", RULE, prices.toString(), table.identity());
      RowsSetAside quarantined = new RowsSetAside(store);
      return read.takeIn(
          rule,
          present,
          new Portion(Long.MAX_VALUE, deadline, clock),
          day -> {
            RunCounts counts = new RunCounts(day);
            posts.forEach(day, counts::add);
            media.forEach(day, counts::add);
            table.replace(day);
            counts.rows(prices, quarantined).forEach(table::add);
            return posts.rows(day);
          },
          () -> table.commit(run));
    }
  }
}
