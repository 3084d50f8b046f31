package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

/// Many runs leave few files, none of them deletes, and touch only the days that they bring.
class SilverTableTest {

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final MergeLake lake = new MergeLake();

  @Test
  void tenRunsLeaveOneFileForEachDayAndNoDeletes() {
    for (int run = 0; run < 10; run++) {
      lake.tweetsToBronze(tweets(START.plus(Duration.ofHours(7L * run)), run));
      lake.mergeTweets();
      lake.toBronze(
          BronzeDefinitions.PLACES,
          List.of(Samples.place("p" + run, "page-" + run, START.plusSeconds(run), "Santos")));
      lake.mergePlaces();
    }

    Table tweets = lake.table(SilverDefinitions.TWEETS);
    assertThat(lake.tweets()).hasSize(200);
    assertThat(TableContents.files(tweets)).hasSize(daysCovered());
    assertThat(lake.rows(SilverDefinitions.PLACES)).hasSize(10);
    assertThat(TableContents.files(lake.table(SilverDefinitions.PLACES))).hasSize(1);
    assertThat(TableContents.files(tweets))
        .extracting(FileScanTask::deletes)
        .allMatch(List::isEmpty);
    for (Snapshot snapshot : tweets.snapshots()) {
      assertThat(snapshot.deleteManifests(tweets.io())).isEmpty();
    }
  }

  @Test
  void daysThatAreNotBroughtKeepTheirFiles() {
    lake.tweetsToBronze(tweets(START, 0));
    lake.tweetsToBronze(tweets(START.plus(Duration.ofDays(5)), 1));
    lake.mergeTweets();
    String untouched = firstFile();

    lake.tweetsToBronze(tweets(START.plus(Duration.ofDays(5)), 2));
    lake.mergeTweets();

    assertThat(firstFile()).isEqualTo(untouched);
    assertThat(TableContents.files(lake.table(SilverDefinitions.TWEETS))).hasSize(2);
  }

  @Test
  void rowsThatStayInAChangedFileStayAsTheyAre() {
    String id = Long.toString(Snowflake.smallestAt(Instant.parse("2026-11-20T09:00:00Z")));
    lake.tweetsToBronze(List.of(Samples.fullTweet(id, "page-1")));
    lake.mergeTweets();
    List<SilverTweet> before = lake.tweets();

    lake.tweetsToBronze(tweets(Instant.parse("2026-11-20T10:00:00Z"), 1));
    lake.mergeTweets();

    assertThat(TableContents.files(lake.table(SilverDefinitions.TWEETS))).hasSize(1);
    assertThat(lake.tweets()).hasSize(21).containsAll(before);
  }

  @Test
  void anEarlierRowThatComesLateMovesTheFirstTimeOnly() {
    Instant later = START.plus(Duration.ofHours(5));
    String id = Long.toString(Snowflake.smallestAt(START));
    lake.tweetsToBronze(List.of(Samples.bareTweet(id, "coffee", "page-2", later)));
    lake.tweetsToBronze(tweets(START.plusSeconds(30), 3));
    lake.mergeTweets();

    lake.tweetsToBronze(List.of(Samples.bareTweet(id, "coffee", "page-1", START)));
    lake.mergeTweets();

    assertThat(lake.tweets()).hasSize(21);
    assertThat(lake.tweets().getFirst().retrievedAt()).isEqualTo(later);
    assertThat(lake.tweets().getFirst().firstRetrievedAt()).isEqualTo(START);
    assertThat(lake.tweets().getLast().firstRetrievedAt()).isNotEqualTo(START);
  }

  @Test
  void aLaterRowReplacesAStoredOneAndKeepsTheFirstTime() {
    Instant later = START.plusSeconds(60);
    lake.toBronze(BronzeDefinitions.PLACES, List.of(Samples.place("x", "page-1", START, "Old")));
    lake.mergePlaces();
    lake.toBronze(BronzeDefinitions.PLACES, List.of(Samples.place("x", "page-2", later, "New")));

    Counts counts = lake.mergePlaces();

    List<SilverPlace> places = lake.rows(SilverDefinitions.PLACES);
    assertThat(places).hasSize(1);
    assertThat(places.getFirst().name()).isEqualTo("New");
    assertThat(places.getFirst().retrievedAt()).isEqualTo(later);
    assertThat(places.getFirst().firstRetrievedAt()).isEqualTo(START);
    assertThat(counts).isEqualTo(new Counts(2, 2, 0, 0));
  }

  @Test
  void rejectedRowsGoToQuarantineWithTheirPage() {
    lake.tweetsToBronze(
        List.of(
            Samples.bareTweet("x1", "coffee", "a/page-00001.json.gz", START),
            Samples.bareTweet(
                Long.toString(Snowflake.smallestAt(START)),
                "coffee",
                "a/page-00001.json.gz",
                START),
            Samples.bareTweet("x2", "coffee", "a/page-00002.json.gz", START)));

    Counts counts = lake.mergeTweets();

    assertThat(counts).isEqualTo(new Counts(3, 1, 2, 0));
    try (Stream<String> keys = lake.store().list("quarantine/", "")) {
      assertThat(keys)
          .containsExactly(
              "quarantine/silver.tweets/a/page-00001.jsonl.gz",
              "quarantine/silver.tweets/a/page-00002.jsonl.gz");
    }
  }

  @Test
  void withoutAnIncrementThereIsNoCommit() {
    lake.tweetsToBronze(tweets(START, 0));
    lake.mergeTweets();
    long before = snapshot();

    lake.mergeTweets();

    assertThat(snapshot()).isEqualTo(before);
  }

  @Test
  void aMergeThatIsOvertakenStartsOver() {
    lake.tweetsToBronze(tweets(START, 0));
    lake.mergeTweets();
    lake.tweetsToBronze(tweets(START, 1));

    Counts counts =
        lake.mergeTweetsOvertakenBy(
            () -> {
              lake.tweetsToBronze(tweets(START, 2));
              lake.mergeTweets(new RunName("run-3"));
            });

    assertThat(counts).isEqualTo(new Counts(20, 20, 0, 0));
    assertThat(lake.tweets()).hasSize(3 * 20);
  }

  @Test
  void anOvertakenMergeTakesItsFilesBack() {
    lake.tweetsToBronze(tweets(START, 0));

    lake.mergeTweetsOvertakenBy(() -> lake.table(SilverDefinitions.TWEETS).newAppend().commit());

    assertThat(lake.tweets()).hasSize(20);
    assertThat(lake.faults().operations()).filteredOn("delete parquet"::equals).hasSize(1);
  }

  @Test
  void aBronzeTableThatWasMadeAnewIsReadFromTheBeginning() {
    for (int run = 0; run < 3; run++) {
      lake.tweetsToBronze(tweets(START, run));
      lake.mergeTweets();
    }

    lake.drop(BronzeDefinitions.TWEETS);
    for (int run = 2; run < 7; run++) {
      lake.tweetsToBronze(tweets(START, run));
    }
    lake.mergeTweets(1);

    assertThat(lake.tweets()).hasSize(7 * 20);
  }

  @Test
  void aBronzeTableThatWasMadeAnewIsFollowedFromThenOn() {
    lake.tweetsToBronze(tweets(START, 0));
    lake.mergeTweets();
    lake.drop(BronzeDefinitions.TWEETS);
    lake.tweetsToBronze(tweets(START, 1));
    lake.mergeTweets();
    long before = snapshot();

    lake.mergeTweets();

    assertThat(snapshot()).isEqualTo(before);
  }

  @Test
  void aWatermarkOfAnEarlierVersionNamesNoTableAndStaysValid() {
    lake.tweetsToBronze(tweets(START, 0));
    lake.tweetsToBronze(tweets(START, 1));
    lake.table(SilverDefinitions.TWEETS)
        .newAppend()
        .set("fedbytweets.bronze-sequence-number", "1")
        .commit();

    Counts counts = lake.mergeTweets();

    assertThat(counts).isEqualTo(new Counts(20, 20, 0, 0));
    assertThat(lake.tweets()).hasSize(20);
    assertThat(SilverTable.isOfOlderRule(lake.table(SilverDefinitions.TWEETS))).isTrue();
  }

  @Test
  void aTableOfThisVersionIsOfItsRule() {
    lake.tweetsToBronze(tweets(START, 0));

    lake.mergeTweets();

    assertThat(SilverTable.isOfOlderRule(lake.table(SilverDefinitions.TWEETS))).isFalse();
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
    return TableContents.files(lake.table(SilverDefinitions.TWEETS)).stream()
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
}
