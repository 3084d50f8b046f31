package dev.fedbytweets.togold;

import dev.fedbytweets.contracts.gold.Portion;
import dev.fedbytweets.contracts.gold.ReadDays;
import dev.fedbytweets.contracts.gold.TakenDays;
import dev.fedbytweets.core.model.PostLabel;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.LiveRows;
import dev.fedbytweets.tables.gold.TableDays;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is said about days of posts: counts the days anew of which the posts or their labels
/// changed.
final class PostDays {

  private static final String STEP = "to-gold";

  /// Changes with what is counted, so that all days are counted anew.
  private static final String RULE = "2";

  private final LakeTables lake;
  private final ObjectStore store;
  private final Models models;
  private final InstantSource clock;
  private final long postsAtOnce;

  /// @param postsAtOnce after which no further day is begun in one commit
  PostDays(
      LakeTables lake, ObjectStore store, Models models, InstantSource clock, long postsAtOnce) {
    this.lake = lake;
    this.store = store;
    this.models = models;
    this.clock = clock;
    this.postsAtOnce = postsAtOnce;
  }

  /// Counts days, the newest first; at least one, if there is any.
  ///
  /// @param deadline after which no further day is begun
  TakenDays count(RunName run, Instant deadline) {
    ReadDays read = ReadDays.of(store, STEP);
    try (DayTables tables = DayTables.open(lake)) {
      TableDays<SilverTweet> posts = TableDays.of(lake, SilverDefinitions.TWEETS);
      TableDays<PostLabel> labels = TableDays.of(lake, GoldDefinitions.POST_LABELS);
      String rule =
          String.join(
              ",", RULE, models.sentiment().hash(), models.topics().hash(), tables.identity());
      Map<String, SilverPlace> places = new HashMap<>();
      return read.takeIn(
          rule,
          present(posts, labels),
          new Portion(postsAtOnce, deadline, clock),
          day -> {
            if (places.isEmpty()) {
              readInto(places);
            }
            DayCounts counts = new DayCounts(day, models);
            posts.forEach(day, counts::add);
            labels.forEach(day, counts::add);
            counts.addTo(tables, places);
            return counts.posts();
          },
          () -> tables.commit(run));
    }
  }

  private static SortedMap<LocalDate, String> present(
      TableDays<SilverTweet> posts, TableDays<PostLabel> labels) {
    SortedMap<LocalDate, String> present = new TreeMap<>(posts.fingerprints());
    labels.fingerprints().forEach((day, text) -> present.merge(day, text, String::concat));
    return present;
  }

  private void readInto(Map<String, SilverPlace> places) {
    lake.existing(SilverDefinitions.PLACES)
        .ifPresent(
            table ->
                LiveRows.forEach(
                    table,
                    SilverDefinitions.PLACES.binding(),
                    place -> places.put(place.id(), place)));
  }
}
