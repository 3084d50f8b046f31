package dev.fedbytweets.tables;

import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.SilverMedium;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Made-up rows, for tests.
public final class Samples {

  /// When every sample row was written to bronze.
  public static final Instant IMPORT_DATE = Instant.parse("2026-11-21T10:00:00.123456Z");

  private Samples() {}

  /// A post with every column filled.
  public static Tweet fullTweet(String id, String fileName) {
    return new Tweet(
        id,
        "2026-11-20T09:00:00.000Z",
        "2244994945",
        "caf\u00e9 \u2028 \ud83d\udc69\u200d\ud83d\udcbb &amp; more",
        "07d9db48bc083000",
        IMPORT_DATE,
        fileName,
        "coffee",
        "run-1",
        Instant.parse("2026-11-21T09:59:59Z"),
        "the whole note",
        "en",
        id,
        "1",
        true,
        "everyone",
        1L,
        2L,
        3L,
        4L,
        5L,
        9_000_000_000L,
        List.of("Coffee", "Espresso"),
        List.of("X"),
        List.of("someone"),
        List.of("https://example.org/a"),
        List.of(new Reference("quoted", "17"), new Reference("replied_to", null)),
        List.of(id),
        -46.6,
        -23.5,
        List.of("DE", "FR"),
        "community",
        true,
        FoundAs.RESULT.columnValue(),
        "the whole text of another post",
        List.of("3_" + id, "7_" + id));
  }

  /// A post as short as a page can hold it.
  public static Tweet bareTweet(String id, String subject, String fileName, Instant retrievedAt) {
    return tweet(id, null, subject, fileName, retrievedAt, null, null, null);
  }

  /// A post with the columns that decide about merging.
  public static Tweet tweet(
      String id,
      String createdAt,
      String subject,
      String fileName,
      Instant retrievedAt,
      String text,
      Long likes,
      List<String> editHistory) {
    return new Tweet(
        id,
        createdAt,
        null,
        text,
        null,
        IMPORT_DATE,
        fileName,
        subject,
        "run-1",
        retrievedAt,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        likes,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        editHistory,
        null,
        null,
        null,
        null,
        true,
        FoundAs.RESULT.columnValue(),
        null,
        null);
  }

  /// The same row with an estimated retrieval time. It is on another page, since a page's time is
  /// known or not.
  public static Tweet estimated(Tweet tweet) {
    return with(
        tweet, "estimated-" + tweet.fileName(), false, tweet.foundAs(), tweet.retweetedText());
  }

  /// The same row beside the results of its page.
  public static Tweet referenced(Tweet tweet) {
    return with(
        tweet,
        tweet.fileName(),
        tweet.retrievedAtKnown(),
        FoundAs.REFERENCED.columnValue(),
        tweet.retweetedText());
  }

  /// The same row without the text of another post.
  public static Tweet notRetweeted(Tweet tweet) {
    return with(tweet, tweet.fileName(), tweet.retrievedAtKnown(), tweet.foundAs(), null);
  }

  private static Tweet with(
      Tweet tweet, String fileName, Boolean isTimeKnown, String foundAs, String retweetedText) {
    return new Tweet(
        tweet.id(),
        tweet.createdAt(),
        tweet.authorId(),
        tweet.text(),
        tweet.placeId(),
        tweet.importDate(),
        fileName,
        tweet.subject(),
        tweet.runId(),
        tweet.retrievedAt(),
        tweet.noteText(),
        tweet.lang(),
        tweet.conversationId(),
        tweet.inReplyToUserId(),
        tweet.possiblySensitive(),
        tweet.replySettings(),
        tweet.retweetCount(),
        tweet.replyCount(),
        tweet.likeCount(),
        tweet.quoteCount(),
        tweet.bookmarkCount(),
        tweet.impressionCount(),
        tweet.hashtags(),
        tweet.cashtags(),
        tweet.mentions(),
        tweet.urls(),
        tweet.referenced(),
        tweet.editHistory(),
        tweet.longitude(),
        tweet.latitude(),
        tweet.withheldCountries(),
        tweet.communityId(),
        isTimeKnown,
        foundAs,
        retweetedText,
        tweet.mediaKeys());
  }

  /// A user.
  public static User user(String id, String fileName, Instant retrievedAt, Long followers) {
    return new User(
        id,
        "name" + id,
        "Name",
        null,
        followers,
        1L,
        1L,
        1L,
        true,
        IMPORT_DATE,
        fileName,
        "run-1",
        retrievedAt,
        "2010-01-01T00:00:00.000Z",
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        true);
  }

  /// A place.
  public static Place place(String id, String fileName, Instant retrievedAt, String name) {
    return new Place(
        id,
        name + ", Brazil",
        "Brazil",
        "city",
        IMPORT_DATE,
        fileName,
        "run-1",
        retrievedAt,
        name,
        "BR",
        -1.0,
        -2.0,
        3.0,
        4.0,
        List.of("a", "b"),
        true);
  }

  /// A video.
  public static Medium medium(String key, String fileName, Instant retrievedAt, String altText) {
    return new Medium(
        key,
        "video",
        null,
        "https://example.org/preview.jpg",
        altText,
        1920L,
        1080L,
        62_000L,
        3_000_000_000L,
        List.of(
            new MediaVariant(null, "application/x-mpegURL", "https://example.org/list.m3u8"),
            new MediaVariant(632_000L, "video/mp4", null)),
        IMPORT_DATE,
        fileName,
        "run-1",
        retrievedAt,
        true);
  }

  /// What a merge test expects silver to make of a post: columns that a merge rule may compare are
  /// as received, others that cleaning fills are as received or made up.
  public static SilverTweet silverTweet(Tweet tweet, Instant firstRetrievedAt) {
    long id = Long.parseLong(tweet.id());
    return new SilverTweet(
        id,
        Snowflake.timeOf(id).truncatedTo(ChronoUnit.MICROS),
        17L,
        tweet.text(),
        "07d9db48bc083000",
        tweet.subject(),
        tweet.importDate(),
        tweet.fileName(),
        tweet.noteText(),
        tweet.retrievedAt(),
        firstRetrievedAt,
        "en",
        id,
        null,
        false,
        null,
        tweet.retweetCount(),
        tweet.replyCount(),
        tweet.likeCount(),
        tweet.quoteCount(),
        tweet.bookmarkCount(),
        tweet.impressionCount(),
        List.of("a", "b"),
        null,
        tweet.mentions(),
        tweet.urls(),
        "quoted",
        18L,
        id,
        true,
        1.5,
        null,
        List.of("DE"),
        tweet.communityId(),
        tweet.retrievedAtKnown(),
        tweet.foundAs(),
        tweet.mediaKeys());
  }

  /// The same for a place.
  public static SilverPlace silverPlace(Place place, Instant firstRetrievedAt) {
    return new SilverPlace(
        place.id(),
        place.fullName(),
        place.country(),
        place.placeType(),
        place.importDate(),
        place.fileName(),
        place.retrievedAt(),
        firstRetrievedAt,
        place.name(),
        place.countryCode(),
        place.west(),
        place.south(),
        place.east(),
        place.north(),
        place.containedWithin(),
        place.retrievedAtKnown());
  }

  /// The same for a medium.
  public static SilverMedium silverMedium(Medium medium, Instant firstRetrievedAt) {
    return new SilverMedium(
        medium.mediaKey(),
        medium.type(),
        medium.url(),
        medium.previewImageUrl(),
        medium.altText(),
        medium.width(),
        medium.height(),
        medium.durationMs(),
        medium.viewCount(),
        medium.variants(),
        medium.importDate(),
        medium.fileName(),
        medium.retrievedAt(),
        firstRetrievedAt,
        medium.retrievedAtKnown());
  }
}
