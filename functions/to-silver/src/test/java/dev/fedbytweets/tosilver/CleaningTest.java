package dev.fedbytweets.tosilver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.SilverMedium;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.SilverUser;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ToSilverOutput;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningTest {

  private static final Instant RETRIEVED = Instant.parse("2026-11-21T09:59:59Z");

  private final SilverLake lake = new SilverLake();

  @Test
  void aWholePostBecomesACleanOne() {
    lake.tweetsToBronze(List.of(Samples.fullTweet("2123702889992945669", "page")));

    lake.merge(Entity.TWEETS);

    SilverTweet tweet = lake.tweets().getFirst();
    assertThat(tweet.text()).isEqualTo("caf\u00e9 \u2028 \ud83d\udc69\u200d\ud83d\udcbb & more");
    assertThat(tweet.fullText()).isEqualTo("the whole text of another post");
    assertThat(tweet.foundAs()).isEqualTo("result");
    assertThat(tweet.createdAt()).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(tweet.authorId()).isEqualTo(2244994945L);
    assertThat(tweet.hashtags()).containsExactly("coffee", "espresso");
    assertThat(tweet.referencedType()).isEqualTo("quoted");
    assertThat(tweet.referencedId()).isEqualTo(17);
    assertThat(tweet.originalId()).isEqualTo(tweet.id());
    assertThat(tweet.isLatestEdit()).isTrue();
    assertThat(tweet.mediaKeys()).containsExactly("3_2123702889992945669", "7_2123702889992945669");
    assertThat(tweet.impressionCount()).isEqualTo(9_000_000_000L);
    assertThat(tweet.retrievedAt()).isEqualTo(tweet.firstRetrievedAt()).isEqualTo(RETRIEVED);
  }

  @Test
  void theFullTextOfALongPostIsItsNotes() {
    Tweet noted = Samples.notRetweeted(Samples.fullTweet("2123702889992945669", "page"));
    Tweet cut =
        Samples.tweet(
            "2123702889992945670", null, "coffee", "page", RETRIEVED, "short", null, null);
    lake.tweetsToBronze(List.of(noted, Samples.referenced(cut)));

    lake.merge(Entity.TWEETS);

    assertThat(lake.tweets())
        .extracting(SilverTweet::fullText, SilverTweet::foundAs)
        .containsExactly(tuple("the whole note", "result"), tuple("short", "referenced"));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-06-19T22:30:11.000Z, 2022-06-19T22:30:11Z",
    "2022-06-19T19:30:11-03:00, 2022-06-19T22:30:11Z",
    "2022-06-20T04:00:11+0530, 2022-06-19T22:30:11Z"
  })
  void timesWithAnyOffsetAreInUtc(String received, Instant expected) {
    assertThat(TimestampParser.parse(received)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday",
    "2022-06-19T22:30:11",
    "2022-13-19T22:30:11Z",
    "+12022-06-19T22:30:11Z",
    "''"
  })
  void whatIsNoTimeIsNoTime(String received) {
    assertThat(TimestampParser.parse(received)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a &amp; b, a & b",
    "&amp;lt;, &lt;",
    "&lt;3 &gt;, <3 >",
    "&nbsp; & &, &nbsp; & &",
    "&amp, &amp",
    "e\u0301, \u00e9"
  })
  void whatXEscapedIsDecodedOnce(String received, String expected) {
    assertThat(Texts.cleanPost(received)).isEqualTo(expected);
  }

  @Test
  void anUnknownTimeIsDerivedFromTheIdAndReported() {
    lake.tweetsToBronze(
        List.of(Samples.bareTweet("2123702889992945669", "coffee", "page", RETRIEVED)));

    ToSilverOutput output = lake.merge(Entity.TWEETS);

    assertThat(lake.tweets().getFirst().createdAt()).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(output.corrections()).containsOnly(Map.entry("created_at_derived", 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri Nov 20 09:00:00 +0000 2026",
        "2026-11-20T09:00:00",
        "2026-11-20 09:00:00",
        "2026-11-20 09:00:00+00:00",
        "20/11/2026 9:00",
        "yesterday",
        " "
      })
  void aTimeThatCannotBeReadIsDerivedFromTheIdAndReported(String received) {
    lake.tweetsToBronze(List.of(createdAt("2123702889992945669", received)));

    ToSilverOutput output = lake.merge(Entity.TWEETS);

    assertThat(lake.tweets().getFirst().createdAt()).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(output.corrections()).containsOnly(Map.entry("created_at_derived", 1L));
    assertThat(output.counts()).isEqualTo(new Counts(1, 1, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00:00.000Z, 0",
    "2026-11-20T09:00:00.123Z, 0",
    "2026-11-20T09:00:01.000Z, 0",
    "2026-11-20T06:00:00-03:00, 0",
    "2026-11-20T09:00:01.123Z, 1",
    "2026-11-20T08:59:59.000Z, 1",
    "2026-11-20T06:00:00.000Z, 1",
    "2022-06-19T22:30:11.000Z, 1"
  })
  void theTimeIsTheIdsAndADifferenceOfASecondIsReported(String received, long corrected) {
    lake.tweetsToBronze(List.of(createdAt("2123702889992945669", received)));

    ToSilverOutput output = lake.merge(Entity.TWEETS);

    assertThat(lake.tweets().getFirst().createdAt()).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(output.corrections().getOrDefault("created_at_corrected", 0L)).isEqualTo(corrected);
    assertThat(output.corrections()).doesNotContainKey("created_at_derived");
  }

  @Test
  void rowsWithoutAUsableKeyOrTimeAreQuarantinedWithTheReason() throws IOException {
    lake.tweetsToBronze(
        List.of(
            Samples.bareTweet("abc", "coffee", "p=1/page-00001.json.gz", RETRIEVED),
            Samples.bareTweet(
                "99999999999999999999", "coffee", "p=1/page-00001.json.gz", RETRIEVED),
            Samples.bareTweet("20", "coffee", "p=1/page-00002.json.gz", RETRIEVED),
            createdAt("21", "yesterday"),
            createdAt("22", "2006-03-21T20:50:14Z")));

    ToSilverOutput output = lake.merge(Entity.TWEETS);

    assertThat(output.counts()).isEqualTo(new Counts(5, 1, 4, 0));
    assertThat(lake.metrics().count(Metric.ROWS_QUARANTINED)).isEqualTo(4);
    assertThat(quarantined())
        .hasSize(4)
        .anyMatch(
            line ->
                line.contains("\"reason\":\"the id is not a positive number of 64 bits\"")
                    && line.contains("\"id\":\"abc\""))
        .anyMatch(line -> line.contains("there is no created_at, and the id carries no time"))
        .anyMatch(
            line ->
                line.contains("created_at cannot be read as a time") && line.contains("yesterday"));
  }

  @Test
  void countsOutsideIntAreClampedAndReported() {
    lake.toBronze(
        BronzeDefinitions.USERS,
        List.of(
            Samples.user("1", "page", RETRIEVED, 3_000_000_000L),
            Samples.user("2", "page", RETRIEVED, 12L)));

    ToSilverOutput output = lake.merge(Entity.USERS);

    assertThat(lake.rows(SilverDefinitions.USERS))
        .extracting(SilverUser::followersCount)
        .containsExactlyInAnyOrder(Integer.MAX_VALUE, 12);
    assertThat(output.corrections()).containsEntry("followers_count_clamped", 1L);
  }

  @Test
  void theLatestRowOfAPlaceWinsWhole() {
    Instant later = RETRIEVED.plusSeconds(60);
    lake.toBronze(
        BronzeDefinitions.PLACES,
        List.of(
            Samples.place("x", "page-2", later, "New"),
            Samples.place("x", "page-1", RETRIEVED, "Old")));

    ToSilverOutput output = lake.merge(Entity.PLACES);

    SilverPlace place = lake.rows(SilverDefinitions.PLACES).getFirst();
    assertThat(place.name()).isEqualTo("New");
    assertThat(place.firstRetrievedAt()).isEqualTo(RETRIEVED);
    assertThat(output.counts()).isEqualTo(new Counts(2, 1, 0, 1));
  }

  @Test
  void theLatestRowOfAMediumWinsWholeAndItsTextsAreCleaned() {
    Instant later = RETRIEVED.plusSeconds(60);
    lake.toBronze(
        BronzeDefinitions.MEDIA,
        List.of(
            Samples.medium("7_1", "page-2", later, "A cafe\u0301"),
            Samples.medium("7_1", "page-1", RETRIEVED, "Old"),
            Samples.medium("7_2", "page-1", RETRIEVED, " "),
            Samples.medium(" ", "page-00001.json.gz", RETRIEVED, "no key")));

    ToSilverOutput output = lake.merge(Entity.MEDIA);

    List<SilverMedium> media = lake.rows(SilverDefinitions.MEDIA);
    assertThat(media)
        .extracting(SilverMedium::mediaKey, SilverMedium::altText, SilverMedium::firstRetrievedAt)
        .containsExactlyInAnyOrder(
            tuple("7_1", "A caf\u00e9", RETRIEVED), tuple("7_2", null, RETRIEVED));
    assertThat(media.getFirst().variants())
        .containsExactly(
            new MediaVariant(null, "application/x-mpegURL", "https://example.org/list.m3u8"),
            new MediaVariant(632_000L, "video/mp4", null));
    assertThat(output.counts()).isEqualTo(new Counts(4, 2, 1, 1));
  }

  @Test
  void aMediumIsMergedIntoAStoredOne() {
    lake.toBronze(
        BronzeDefinitions.MEDIA,
        List.of(
            Samples.medium("7_1", "page-1", RETRIEVED, "Old"),
            Samples.medium("7_2", "page-1", RETRIEVED, "Stays")));
    lake.merge(Entity.MEDIA);
    lake.toBronze(
        BronzeDefinitions.MEDIA,
        List.of(Samples.medium("7_1", "page-2", RETRIEVED.plusSeconds(60), "New")));

    lake.merge(Entity.MEDIA);

    assertThat(lake.rows(SilverDefinitions.MEDIA))
        .extracting(SilverMedium::mediaKey, SilverMedium::altText, row -> row.variants().size())
        .containsExactlyInAnyOrder(tuple("7_1", "New", 2), tuple("7_2", "Stays", 2));
  }

  private static Tweet createdAt(String id, String time) {
    return Samples.tweet(id, time, "coffee", "p=1/page-00003.json.gz", RETRIEVED, "a", 1L, null);
  }

  private List<String> quarantined() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<String> keys = lake.store().list("quarantine/silver.tweets/", "")) {
      for (String key : (Iterable<String>) keys::iterator) {
        byte[] body = lake.store().read(key).orElseThrow().body();
        byte[] text = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        lines.addAll(new String(text, StandardCharsets.UTF_8).lines().toList());
      }
    }
    return lines;
  }
}
