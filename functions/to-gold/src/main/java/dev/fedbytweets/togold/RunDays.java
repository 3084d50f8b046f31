package dev.fedbytweets.togold;

import dev.fedbytweets.contracts.gold.Portion;
import dev.fedbytweets.contracts.gold.ReadDays;
import dev.fedbytweets.contracts.gold.TakenDays;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.RunCollection;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.Gzip;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.gold.DayTable;
import dev.fedbytweets.tables.gold.TableDays;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is said about runs: counts the days anew on which bronze changed.
final class RunDays {

  private static final String STEP = "to-gold-runs";
  private static final String RULE = "1";

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
      return read.takeIn(
          rule,
          present,
          new Portion(Long.MAX_VALUE, deadline, clock),
          day -> {
            RunCounts counts = new RunCounts(day);
            posts.forEach(day, counts::add);
            media.forEach(day, counts::add);
            table.replace(day);
            counts.rows(prices, this::quarantined).forEach(table::add);
            return posts.rows(day);
          },
          () -> table.commit(run));
    }
  }

  private long quarantined(String pages) {
    return Stream.of(Layer.BRONZE, Layer.SILVER)
        .flatMap(
            layer -> Stream.of(Entity.values()).map(table -> LakeLayout.quarantine(layer, table)))
        .mapToLong(folder -> lines(folder + pages))
        .sum();
  }

  private long lines(String folder) {
    try (Stream<String> keys = store.list(folder, "")) {
      return keys.map(store::read)
          .flatMap(object -> object.map(StoredObject::body).stream())
          .mapToLong(RunDays::lines)
          .sum();
    }
  }

  private static long lines(byte[] body) {
    try {
      return new String(Gzip.decompress(body), StandardCharsets.UTF_8).lines().count();
    } catch (IOException _) {
      // Somebody else's file: it sets nothing aside.
      return 0;
    }
  }
}
