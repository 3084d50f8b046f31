package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.tables.ForeignDeletes;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Engines that merge on read leave delete files in our tables. What they deleted stays deleted.
class ForeignDeletesTest {

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final MergeLake lake = new MergeLake();

  @ParameterizedTest
  @EnumSource
  void rowsDeletedInSilverStayDeletedAndTheirDeleteFilesGo(ForeignDeletes kind) {
    for (int day = 0; day < 3; day++) {
      addPosts(day, 0, 1, 2, 3);
    }
    lake.mergeTweets();
    Table silver = lake.table(SilverDefinitions.TWEETS);
    kind.delete(silver, id -> List.of(id(0, 1), id(1, 0), id(1, 3)).contains(id));
    assertThat(ForeignDeletes.in(silver)).hasSize(2);

    addPosts(1, 4);
    lake.mergeTweets();

    assertThat(lake.tweets())
        .extracting(SilverTweet::id)
        .containsExactly(
            id(0, 0), id(0, 2), id(0, 3), id(1, 1), id(1, 2), id(1, 4), id(2, 0), id(2, 1),
            id(2, 2), id(2, 3));
    assertThat(RowDeletes.of(lake.table(SilverDefinitions.TWEETS)).files()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFileOfWhichEveryRowIsDeletedGoes(ForeignDeletes kind) {
    lake.toBronze(BronzeDefinitions.PLACES, List.of(Samples.place("a", "page-1", START, "A")));
    lake.mergePlaces();
    kind.delete(lake.table(SilverDefinitions.PLACES), id -> true);
    lake.toBronze(BronzeDefinitions.PLACES, List.of(Samples.place("b", "page-2", START, "B")));

    lake.mergePlaces();

    assertThat(lake.rows(SilverDefinitions.PLACES))
        .extracting(SilverPlace::id)
        .containsExactly("b");
    assertThat(RowDeletes.of(lake.table(SilverDefinitions.PLACES)).files()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void rowsDeletedInBronzeDoNotComeIn(ForeignDeletes kind) {
    addPosts(0, 0, 1, 2, 3);
    addPosts(1, 0, 1);
    kind.delete(
        lake.table(BronzeDefinitions.TWEETS),
        id -> List.of(id(0, 0), id(0, 2), id(1, 0)).contains(Long.valueOf((String) id)));

    Counts counts = lake.mergeTweets();

    assertThat(lake.tweets())
        .extracting(SilverTweet::id)
        .containsExactly(id(0, 1), id(0, 3), id(1, 1));
    assertThat(counts).isEqualTo(new Counts(3, 3, 0, 0));
  }

  private void addPosts(int day, int... minutes) {
    lake.tweetsToBronze(
        Arrays.stream(minutes)
            .mapToObj(minute -> Long.toString(id(day, minute)))
            .map(id -> Samples.bareTweet(id, "coffee", "page-" + day, START))
            .toList());
  }

  private static long id(int day, int minute) {
    return Snowflake.smallestAt(START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute)));
  }
}
