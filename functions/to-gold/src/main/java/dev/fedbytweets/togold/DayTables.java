package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.DayDomain;
import dev.fedbytweets.core.model.DayEngagement;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.DayPlace;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.DayTopic;
import dev.fedbytweets.core.model.HourVolume;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.gold.DayTable;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// The tables that say something about days of posts, open for one replacement.
record DayTables(
    DayTable<HourVolume> volume,
    DayTable<DaySentiment> sentiment,
    DayTable<DayTopic> topics,
    DayTable<DayHashtag> hashtags,
    DayTable<DayDomain> domains,
    DayTable<DayPlace> places,
    DayTable<DayEngagement> engagement)
    implements AutoCloseable {

  static DayTables open(LakeTables lake) {
    return new DayTables(
        DayTable.open(lake, GoldDefinitions.VOLUME_BY_HOUR, HourVolume::day),
        DayTable.open(lake, GoldDefinitions.SENTIMENT_BY_DAY, DaySentiment::day),
        DayTable.open(lake, GoldDefinitions.TOPICS_BY_DAY, DayTopic::day),
        DayTable.open(lake, GoldDefinitions.TOP_HASHTAGS_BY_DAY, DayHashtag::day),
        DayTable.open(lake, GoldDefinitions.TOP_DOMAINS_BY_DAY, DayDomain::day),
        DayTable.open(lake, GoldDefinitions.PLACES_BY_DAY, DayPlace::day),
        DayTable.open(lake, GoldDefinitions.ENGAGEMENT_BY_DAY, DayEngagement::day));
  }

  /// Which tables these are: a text that is another one once one of them was made anew.
  String identity() {
    return all().stream().map(DayTable::identity).collect(Collectors.joining(","));
  }

  void replace(LocalDate day) {
    all().forEach(table -> table.replace(day));
  }

  /// @return how many rows were written
  long commit(RunName run) {
    return all().stream().mapToLong(table -> table.commit(run)).sum();
  }

  @Override
  public void close() {
    all().forEach(DayTable::close);
  }

  private List<DayTable<?>> all() {
    return List.of(volume, sentiment, topics, hashtags, domains, places, engagement);
  }
}
