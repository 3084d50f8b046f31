package dev.fedbytweets.tosilver;

import static dev.fedbytweets.core.model.Entity.TWEETS;
import static dev.fedbytweets.core.model.Entity.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableRows;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

/// Many runs leave few files, none of them deletes, and touch only the days that they bring.
class FilesTest {

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final SilverLake lake = new SilverLake();

  @Test
  void tenRunsLeaveOneFileForEachDayAndNoDeletes() {
    for (int run = 0; run < 10; run++) {
      lake.tweetsToBronze(tweets(START.plus(Duration.ofHours(7L * run)), run));
      lake.merge(TWEETS);
      lake.toBronze(BronzeDefinitions.USERS, users(run));
      lake.merge(USERS);
    }

    Table tweets = lake.table(SilverDefinitions.TWEETS);
    assertThat(lake.tweets()).hasSize(200);
    assertThat(TableRows.files(tweets)).hasSize(daysCovered());
    assertThat(TableRows.files(lake.table(SilverDefinitions.USERS))).hasSize(1);
    assertThat(TableRows.files(tweets)).extracting(FileScanTask::deletes).allMatch(List::isEmpty);
    for (Snapshot snapshot : tweets.snapshots()) {
      assertThat(snapshot.deleteManifests(tweets.io())).isEmpty();
    }
  }

  @Test
  void daysThatAreNotBroughtKeepTheirFiles() {
    lake.tweetsToBronze(tweets(START, 0));
    lake.tweetsToBronze(tweets(START.plus(Duration.ofDays(5)), 1));
    lake.merge(TWEETS);
    String untouched = firstFile();

    lake.tweetsToBronze(tweets(START.plus(Duration.ofDays(5)), 2));
    lake.merge(TWEETS);

    assertThat(firstFile()).isEqualTo(untouched);
    assertThat(TableRows.files(lake.table(SilverDefinitions.TWEETS))).hasSize(2);
  }

  @Test
  void whatStaysInAChangedFileStaysAsItIs() {
    String id = Long.toString(Snowflake.smallestAt(Instant.parse("2026-11-20T09:00:00Z")));
    lake.tweetsToBronze(List.of(Samples.fullTweet(id, "page-1")));
    lake.merge(TWEETS);
    List<SilverTweet> before = lake.tweets();

    lake.tweetsToBronze(tweets(Instant.parse("2026-11-20T10:00:00Z"), 1));
    lake.merge(TWEETS);

    assertThat(TableRows.files(lake.table(SilverDefinitions.TWEETS))).hasSize(1);
    assertThat(lake.tweets()).hasSize(21).containsAll(before);
  }

  @Test
  void anEarlierLookThatComesLateMovesTheFirstTimeOnly() {
    Instant later = START.plus(Duration.ofHours(5));
    String id = Long.toString(Snowflake.smallestAt(START));
    lake.tweetsToBronze(List.of(Samples.bareTweet(id, "coffee", "page-2", later)));
    lake.tweetsToBronze(tweets(START.plusSeconds(30), 3));
    lake.merge(TWEETS);

    lake.tweetsToBronze(List.of(Samples.bareTweet(id, "coffee", "page-1", START)));
    lake.merge(TWEETS);

    assertThat(lake.tweets()).hasSize(21);
    assertThat(lake.tweets().getFirst().retrievedAt()).isEqualTo(later);
    assertThat(lake.tweets().getFirst().firstRetrievedAt()).isEqualTo(START);
    assertThat(lake.tweets().getLast().firstRetrievedAt()).isNotEqualTo(START);
  }

  @Test
  void withoutNewsThereIsNoCommit() {
    lake.tweetsToBronze(tweets(START, 0));
    lake.merge(TWEETS);
    long before = snapshot();

    lake.merge(TWEETS);

    assertThat(snapshot()).isEqualTo(before);
  }

  private static int daysCovered() {
    return (int) (Duration.ofHours(7L * 9).plusMinutes(19).toDays() + 1);
  }

  private long snapshot() {
    Table table = lake.table(SilverDefinitions.TWEETS);
    table.refresh();
    return table.currentSnapshot().snapshotId();
  }

  private String firstFile() {
    return TableRows.files(lake.table(SilverDefinitions.TWEETS)).stream()
        .map(FileScanTask::file)
        .filter(file -> file.partition().get(0, Integer.class) == START.getEpochSecond() / 86_400)
        .findFirst()
        .orElseThrow()
        .location();
  }

  private static List<Tweet> tweets(Instant from, int run) {
    return IntStream.range(0, 20)
        .mapToObj(
            minute ->
                Samples.bareTweet(
                    Long.toString(
                        Snowflake.smallestAt(from.plus(Duration.ofMinutes(minute))) + run),
                    "coffee",
                    "page-" + run,
                    from.plus(Duration.ofHours(1))))
        .toList();
  }

  private static List<User> users(int run) {
    return IntStream.range(0, 30)
        .mapToObj(
            user ->
                Samples.user(
                    Integer.toString(1 + run * 10 + user),
                    "page-" + run,
                    START.plusSeconds(run),
                    5L))
        .toList();
  }
}
