package dev.fedbytweets.togold.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.DayDomain;
import dev.fedbytweets.core.model.DayEngagement;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.DayPlace;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.DayTopic;
import dev.fedbytweets.core.model.HourVolume;
import dev.fedbytweets.core.model.LabelModel;
import dev.fedbytweets.core.model.RunCollection;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.tables.TableLake;
import dev.fedbytweets.tables.gold.DayTable;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageDataTest {

  private static final Instant NOW = Instant.parse("2026-11-28T23:10:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
  private static final String CHECKPOINT =
      """
      {
        "version" : 1,
        "subject" : "coffee",
        "since_id" : 2123680808885686271,
        "collected_until" : "2026-11-28T20:59:30Z",
        "months" : { "2026-10" : 4800, "2026-11" : 200 },
        "gaps" : [ {
          "from" : "2026-11-21T10:00:00Z",
          "to" : "2026-11-21T11:00:00Z",
          "reason" : "beyond_search",
          "run" : "second"
        } ]
      }
      """;

  private final TableLake lake = new TableLake();
  private final MemoryObjectStore store = new MemoryObjectStore();

  @Test
  void aLakeWithoutGoldIsEmpty() {
    assertThat(PageData.of(lake.tables(), store, NOW, Map.of())).isEqualTo(PageData.empty(NOW));
  }

  @Test
  void readsTheLastDaysOfTheTables() {
    LocalDate first = DAY.minusDays(PageData.MOST_DAYS - 1L);
    HourVolume last = new HourVolume(DAY, 4, "coffee", 9, 1, 1, 1);
    HourVolume earliest = new HourVolume(first, 5, "coffee", 8, 0, 0, 0);
    HourVolume tooEarly = new HourVolume(first.minusDays(1), 6, "coffee", 7, 0, 0, 0);
    DayHashtag shown = new DayHashtag(DAY, "coffee", "espresso", 1, 5);
    DayHashtag tooOld = new DayHashtag(first.minusDays(1), "coffee", "old", 1, 5);
    RunCollection run = new RunCollection(DAY, "run-1", "coffee", NOW, 9, 1, 0.05, 0);
    write(GoldDefinitions.VOLUME_BY_HOUR, HourVolume::day, List.of(last, earliest, tooEarly));
    write(GoldDefinitions.TOP_HASHTAGS_BY_DAY, DayHashtag::day, List.of(shown, tooOld));
    write(GoldDefinitions.COLLECTION_BY_RUN, RunCollection::day, List.of(run));

    PageData data = PageData.of(lake.tables(), store, NOW, Map.of());

    assertThat(data.volume()).containsExactlyInAnyOrder(last, earliest);
    assertThat(data.hashtags()).containsExactly(shown);
    assertThat(data.runs()).containsExactly(run);
  }

  @Test
  void thePageOfTablesIsThatOfTheirRows() {
    PageData rows = MadeUpLake.of(9);
    write(GoldDefinitions.VOLUME_BY_HOUR, HourVolume::day, rows.volume());
    write(GoldDefinitions.SENTIMENT_BY_DAY, DaySentiment::day, rows.sentiment());
    write(GoldDefinitions.TOPICS_BY_DAY, DayTopic::day, rows.topics());
    write(GoldDefinitions.TOP_HASHTAGS_BY_DAY, DayHashtag::day, rows.hashtags());
    write(GoldDefinitions.TOP_DOMAINS_BY_DAY, DayDomain::day, rows.domains());
    write(GoldDefinitions.PLACES_BY_DAY, DayPlace::day, rows.places());
    write(GoldDefinitions.ENGAGEMENT_BY_DAY, DayEngagement::day, rows.engagement());
    write(GoldDefinitions.COLLECTION_BY_RUN, RunCollection::day, rows.runs());
    write(GoldDefinitions.MODELS, LabelModel::day, rows.models());

    PageData data = PageData.of(lake.tables(), store, MadeUpLake.NOW, Map.of());

    assertThat(Dashboard.page(data)).isEqualTo(Dashboard.page(MadeUpLake.withoutSubjects(rows)));
  }

  @Test
  void aPostOfTheFutureDoesNotMoveTheLastDay() {
    HourVolume last = new HourVolume(DAY.plusDays(1), 0, "coffee", 9, 1, 1, 1);
    HourVolume before = new HourVolume(DAY, 4, "coffee", 8, 1, 1, 1);
    HourVolume future = new HourVolume(LocalDate.of(2099, 1, 1), 4, "coffee", 7, 0, 0, 0);
    write(GoldDefinitions.VOLUME_BY_HOUR, HourVolume::day, List.of(last, before, future));

    WrittenPage page = WrittenPage.of(PageData.of(lake.tables(), store, NOW, Map.of()));

    assertThat(page.csv("volume")).containsExactly("day,coffee", "2026-11-28,8", "2026-11-29,9");
  }

  @Test
  void readsTheCheckpoints() {
    checkpoint("coffee", CHECKPOINT);

    PageData data = PageData.of(lake.tables(), store, NOW, Map.of("coffee", 1000L));

    MissedSpan gap =
        new MissedSpan(
            Instant.parse("2026-11-21T10:00:00Z"),
            Instant.parse("2026-11-21T11:00:00Z"),
            "beyond_search");
    assertThat(data.subjects())
        .containsExactly(
            new CollectedSubject(
                "coffee", Instant.parse("2026-11-28T20:59:30Z"), List.of(gap), 200, 1000L));
  }

  @Test
  void whatIsMissingInACheckpointIsNotShown() {
    checkpoint("coffee", "{\"version\":9,\"collected_until\":\"soon\",\"gaps\":[{\"from\":3}]}");
    checkpoint("milk", "[]");
    checkpoint("tea", "no JSON");

    PageData data = PageData.of(lake.tables(), store, NOW, Map.of());

    assertThat(data.subjects())
        .containsExactly(new CollectedSubject("coffee", null, List.of(), 0, null));
    assertThat(WrittenPage.of(data).text("cost-chart")).contains("coffee", "no cap");
  }

  private void checkpoint(String subject, String json) {
    store.writeIfAbsent(
        "state/collector/" + subject + ".json", json.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private <R extends Record> void write(
      TableDefinition<R> definition, Function<R, LocalDate> dayOf, List<R> rows) {
    try (DayTable<R> table = DayTable.open(lake.tables(), definition, dayOf)) {
      for (R row : rows) {
        table.replace(dayOf.apply(row));
        table.add(row);
      }
      table.commit(new RunName("run-1"));
    }
  }
}
