package dev.fedbytweets.tosilver;

import static dev.fedbytweets.core.model.Entity.TWEETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.WinningRow;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RecordFileReader;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;

/// Pages disagree about the day on which a post was made: whatever the order and the portions in
/// which their rows arrive, a key stands once, and on the day of its `created_at`.
class DayAlgebraTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant EARLY_MIDNIGHT = Instant.parse("2008-11-20T00:00:00Z");
  private static final long FIRST_EARLY_ID = 1_000_000_000L;

  @Property(tries = 50)
  void thePostHasTheDayOfItsIdentifier(@ForAll long seed) {
    List<Tweet> rows = rows(seed, Snowflake.smallestAt(MIDNIGHT.minusMillis(1)), MIDNIGHT);

    SilverLake lake = merged(rows, seed);

    assertThat(lake.tweets())
        .allSatisfy(
            row ->
                assertThat(row.createdAt())
                    .isEqualTo(Snowflake.timeOf(row.id()).truncatedTo(ChronoUnit.SECONDS)));
    assertEachKeyStandsOnceOnItsDay(lake, rows);
  }

  @Property(tries = 50)
  void aPostWithoutTimeInItsIdentifierHasTheDayOfTheLatestRow(@ForAll long seed) {
    List<Tweet> rows = rows(seed, FIRST_EARLY_ID, EARLY_MIDNIGHT);

    SilverLake lake = merged(rows, seed);

    Map<Long, List<Tweet>> byId =
        rows.stream().collect(Collectors.groupingBy(row -> Long.parseLong(row.id())));
    assertThat(lake.tweets())
        .allSatisfy(
            row ->
                assertThat(row.createdAt())
                    .isEqualTo(WinningRow.of(byId.get(row.id())).createdAt()));
    assertEachKeyStandsOnceOnItsDay(lake, rows);
  }

  /// Rows of three identifiers that follow each other, retrieved one after another.
  private static List<Tweet> rows(long seed, long firstId, Instant midnight) {
    Random random = new Random(seed);
    List<Tweet> rows = new ArrayList<>();
    for (int moment = 0; moment < 2 + random.nextInt(12); moment++) {
      Tweet row =
          Samples.tweet(
              Long.toString(firstId + random.nextInt(3) * (1L << 22)),
              midnight.plus(offset(random)).toString(),
              "coffee",
              "page-%02d".formatted(moment),
              midnight.plus(Duration.ofDays(2)).plusSeconds(moment),
              "text " + moment,
              1L,
              null);
      rows.add(random.nextInt(3) > 0 ? row : Samples.estimated(row));
    }
    return rows;
  }

  /// Seconds around midnight, or the difference of a time zone.
  private static Duration offset(Random random) {
    return random.nextBoolean()
        ? Duration.ofSeconds(random.nextInt(-2, 3))
        : Duration.ofMinutes(15L * random.nextInt(-12 * 4, 14 * 4));
  }

  private static SilverLake merged(List<Tweet> rows, long seed) {
    Random random = new Random(seed + 1);
    List<Tweet> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    SilverLake lake = new SilverLake();
    while (!shuffled.isEmpty()) {
      List<Tweet> portion = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
      lake.tweetsToBronze(List.copyOf(portion));
      portion.clear();
      if (random.nextInt(3) > 0) {
        lake.merge(TWEETS);
      }
    }
    lake.merge(TWEETS);
    return lake;
  }

  private static void assertEachKeyStandsOnceOnItsDay(SilverLake lake, List<Tweet> rows) {
    assertThat(lake.tweets())
        .extracting(SilverTweet::id)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().map(row -> Long.parseLong(row.id())).collect(Collectors.toSet()));
    Table table = lake.table(SilverDefinitions.TWEETS);
    for (FileScanTask task : TableContents.files(table)) {
      long day = task.file().partition().get(0, Integer.class);
      assertThat(task.file().recordCount()).isPositive();
      try (RecordFileReader<SilverTweet> file =
          new RecordFileReader<>(
              table, LiveFile.whole(task.file()), SilverDefinitions.TWEETS.binding())) {
        file.forEach(
            row -> true,
            (row, value) ->
                assertThat(ChronoUnit.DAYS.between(Instant.EPOCH, value.createdAt()))
                    .isEqualTo(day));
      }
    }
  }
}
