package dev.fedbytweets.togold.page;

import dev.fedbytweets.core.model.DayDomain;
import dev.fedbytweets.core.model.DayEngagement;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.DayPlace;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.DayTopic;
import dev.fedbytweets.core.model.HourVolume;
import dev.fedbytweets.core.model.LabelModel;
import dev.fedbytweets.core.model.RunCollection;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.LiveRows;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the page is made of: rows of the gold tables, in any order, and the checkpoints. The lists
/// are copied.
///
/// @param now when the page is made
/// @param subjects how far collecting them has come
public record PageData(
    Instant now,
    List<HourVolume> volume,
    List<DaySentiment> sentiment,
    List<DayTopic> topics,
    List<DayHashtag> hashtags,
    List<DayDomain> domains,
    List<DayPlace> places,
    List<DayEngagement> engagement,
    List<RunCollection> runs,
    List<LabelModel> models,
    List<CollectedSubject> subjects) {

  /// How many days a page can show.
  static final int MOST_DAYS = 180;

  public PageData {
    Objects.requireNonNull(now, "now");
    volume = List.copyOf(volume);
    sentiment = List.copyOf(sentiment);
    topics = List.copyOf(topics);
    hashtags = List.copyOf(hashtags);
    domains = List.copyOf(domains);
    places = List.copyOf(places);
    engagement = List.copyOf(engagement);
    runs = List.copyOf(runs);
    models = List.copyOf(models);
    subjects = List.copyOf(subjects);
  }

  /// A page of a lake in which nothing is yet.
  public static PageData empty(Instant now) {
    return new PageData(
        now, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of());
  }

  /// The last day that a page made at a time can show. A post that says to be later is wrong about
  /// its time.
  static LocalDate latestDay(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
  }

  /// Reads the last days of the gold tables, up to a day after now, and the checkpoints. Memory:
  /// rows of [#MOST_DAYS] days.
  ///
  /// @param store of the lake
  /// @param now when the page is made
  /// @param caps how many posts of a subject may be read in a month, where there is a limit
  public static PageData of(
      LakeTables lake, ObjectStore store, Instant now, Map<String, Long> caps) {
    LastDays days = new LastDays(lake, latestDay(now));
    return new PageData(
        now,
        days.rows(GoldDefinitions.VOLUME_BY_HOUR, HourVolume::day),
        days.rows(GoldDefinitions.SENTIMENT_BY_DAY, DaySentiment::day),
        days.rows(GoldDefinitions.TOPICS_BY_DAY, DayTopic::day),
        days.rows(GoldDefinitions.TOP_HASHTAGS_BY_DAY, DayHashtag::day),
        days.rows(GoldDefinitions.TOP_DOMAINS_BY_DAY, DayDomain::day),
        days.rows(GoldDefinitions.PLACES_BY_DAY, DayPlace::day),
        days.rows(GoldDefinitions.ENGAGEMENT_BY_DAY, DayEngagement::day),
        days.rows(GoldDefinitions.COLLECTION_BY_RUN, _ -> LocalDate.MAX),
        days.rows(GoldDefinitions.MODELS, _ -> LocalDate.MAX),
        CollectedSubjects.read(store, now, caps));
  }

  /// Reads what belongs to the last days that have posts.
  private static final class LastDays {

    private final LakeTables lake;
    private LocalDate last = LocalDate.EPOCH;

    LastDays(LakeTables lake, LocalDate latest) {
      this.lake = lake;
      forEach(
          GoldDefinitions.VOLUME_BY_HOUR,
          row -> {
            if (!row.day().isAfter(latest)) {
              last = later(row.day());
            }
          });
    }

    <R extends Record> List<R> rows(TableDefinition<R> definition, Function<R, LocalDate> dayOf) {
      LocalDate before = last.minusDays(MOST_DAYS);
      List<R> rows = new ArrayList<>();
      forEach(
          definition,
          row -> {
            if (dayOf.apply(row).isAfter(before)) {
              rows.add(row);
            }
          });
      return rows;
    }

    private <R extends Record> void forEach(TableDefinition<R> definition, Consumer<R> rows) {
      lake.existing(definition)
          .ifPresent(table -> LiveRows.forEach(table, definition.binding(), rows));
    }

    private LocalDate later(LocalDate day) {
      return day.isAfter(last) ? day : last;
    }
  }
}
