package dev.fedbytweets.local.query;

import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.RunCollection;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.tables.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A small conversation under two subjects, in which every shipped question has an answer that
/// can be worked out by hand: `answers/<name>.csv` among the test resources.
///
/// Six pages were collected. Coffee: C1 to C3. Tea: T1 to T3.
public final class CoffeeAndTea {

  private static final String C1 = "2026-11-20T08:00:00Z";
  private static final String T1 = "2026-11-20T08:05:00Z";
  private static final String C2 = "2026-11-20T14:00:00Z";
  private static final String C3 = "2026-11-21T08:00:00.5Z";
  private static final String T2 = "2026-11-21T20:30:00Z";
  private static final String T3 = "2026-11-21T21:00:00Z";

  private static final String ANA = "1";
  private static final String BOB = "2";
  private static final String CIRO = "3";
  private static final String UNKNOWN = "4";
  private static final String DORA = "5";

  /// These numbers carry the times at which the versions were written.
  private static final String FIRST_VERSION = "2123748187960246272";

  private static final String SECOND_VERSION = "2123753348002742272";

  private CoffeeAndTea() {}

  /// Rows of `bronze.tweets`.
  public static List<Tweet> tweets() {
    return List.of(
        // Seen three times, with more reactions each time.
        first().counts(10, 2, 1, 1, 1000L).in("coffee", "c1", C1),
        first().counts(20, 2, 1, 1, 2000L).in("coffee", "c2", C2),
        first().counts(40, 5, 2, 1, 4000L).in("coffee", "c3", C3),
        // Found for both subjects, for tea a little later.
        reply().counts(4, 0, 0, 0, 100L).in("coffee", "c1", C1),
        reply().counts(5, 1, 0, 0, null).in("tea", "t1", T1),
        // Without counts.
        PostRow.of("13", BOB, "2026-11-21T10:00:00Z", "What he said")
            .lang("pt")
            .place("p2")
            .mentions("ana")
            .urls("https://me@news.example.com:8080/x?y=1#z")
            .refersTo("quoted", "12")
            .media("7_1")
            .in("tea", "t2", T2),
        // Edited after 20 minutes.
        PostRow.of(FIRST_VERSION, CIRO, "2026-11-20T12:00:00Z", "Lattee")
            .lang("en")
            .place("p1")
            .hashtags("latte")
            .versions(FIRST_VERSION)
            .counts(1, 0, 0, 0, 10L)
            .in("coffee", "c2", C2),
        PostRow.of(SECOND_VERSION, CIRO, "2026-11-20T12:20:30.250Z", "Latte")
            .lang("en")
            .place("p1")
            .hashtags("latte")
            .mentions("Ciro")
            .versions(FIRST_VERSION, SECOND_VERSION)
            .media("16_1")
            .counts(7, 0, 0, 0, 70L)
            .in("coffee", "c3", C3),
        // Seen twice without a change, by someone of whom no page tells, in a place likewise.
        repost().in("tea", "t2", T2),
        repost().in("tea", "t3", T3),
        // A number that no double can hold, and an address that is none.
        PostRow.of("2124036336645046273", ANA, "2026-11-21T07:05:00Z", "Again\nand again")
            .lang("en")
            .hashtags("COFFEE")
            .mentions("bob")
            .urls("not an address")
            .media("3_2")
            .counts(3, 0, 0, 0, 0L)
            .in("coffee", "c3", C3),
        // Beside the results: one that was a result before, and one that never was.
        first().counts(900, 90, 90, 90, 9000L).besideTheResults().in("coffee", "c9", C3),
        PostRow.of("18", DORA, "2026-11-21T07:06:00Z", "Beside")
            .lang("fr")
            .place("p1")
            .hashtags("coffee")
            .mentions("ana")
            .urls("https://www.example.org/a")
            .media("3_9")
            .counts(900, 90, 90, 90, 9000L)
            .besideTheResults()
            .in("coffee", "c3", C3));
  }

  /// Rows of `bronze.users`.
  public static List<User> users() {
    return List.of(
        user(ANA, "ana", 100L, "c1", C1),
        user(ANA, "ana", 150L, "c3", C3),
        user(BOB, "bob", 1000L, "c1", C1),
        user(BOB, "bob", 1000L, "t1", T1),
        user(BOB, "bob", 990L, "t2", T2),
        user(CIRO, "ciro", null, "c2", C2),
        user(CIRO, "ciro", 20L, "c3", C3),
        user(DORA, "dora", 7L, "t2", T2));
  }

  /// Rows of `bronze.places`.
  public static List<Place> places() {
    return List.of(
        place("p1", "Santos", "Brazil", "BR", "c1", C1),
        place("p2", "Lisboa", "Portugal", "PT", "t2", T2),
        place("p3", "Nowhere", "Nowhere", "XX", "t2", T2));
  }

  /// Rows of `bronze.media`: one is described later, one is a video, and one was not given.
  public static List<Medium> media() {
    return List.of(
        medium("3_1", "photo", "A cup", "c1", C1),
        medium("3_2", "photo", null, "c1", C1),
        medium("3_3", "photo", null, "c1", C1),
        medium("3_3", "photo", "Tea leaves", "t1", T1),
        medium("16_1", "animated_gif", "Milk is poured", "c3", C3),
        medium("7_1", "video", "He speaks", "t2", T2),
        medium("3_9", "photo", "Beside", "c3", C3));
  }

  private static PostRow first() {
    return PostRow.of("11", ANA, "2026-11-20T07:10:00Z", "The first, \"best\" cup")
        .lang("en")
        .place("p1")
        .hashtags("Coffee", "Espresso")
        .mentions("Bob")
        .urls("https://www.example.org/a")
        .media("3_1", "3_2");
  }

  private static PostRow reply() {
    return PostRow.of("12", BOB, "2026-11-20T07:40:00Z", "Ch\u00e1?")
        .lang("pt")
        .hashtags("coffee", "tea")
        .mentions("Ana", "ciro")
        .urls("https://EXAMPLE.org/b", "https://x.com/bob/status/1")
        .refersTo("replied_to", "11")
        .media("3_3");
  }

  private static PostRow repost() {
    return PostRow.of("16", UNKNOWN, "2026-11-21T10:30:00Z", "RT @ana: The first cup")
        .place("p9")
        .mentions("ana")
        .refersTo("retweeted", "11")
        .counts(0, 500, 0, 0, 0L);
  }

  private static User user(
      String id, String username, Long followers, String page, String retrievedAt) {
    return new User(
        id,
        username,
        username.toUpperCase(java.util.Locale.ROOT),
        null,
        followers,
        30L,
        0L,
        12L,
        false,
        Samples.IMPORT_DATE,
        page,
        "run-1",
        Instant.parse(retrievedAt),
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

  private static Place place(
      String id, String name, String country, String code, String page, String retrievedAt) {
    return new Place(
        id,
        name + ", " + country,
        country,
        "city",
        Samples.IMPORT_DATE,
        page,
        "run-1",
        Instant.parse(retrievedAt),
        name,
        code,
        -1.0,
        -2.0,
        3.0,
        4.0,
        null,
        true);
  }

  private static Medium medium(
      String key, String type, String altText, String page, String retrievedAt) {
    return new Medium(
        key,
        type,
        "https://example.org/" + key,
        null,
        altText,
        640L,
        480L,
        null,
        null,
        null,
        Samples.IMPORT_DATE,
        page,
        "run-1",
        Instant.parse(retrievedAt),
        true);
  }

  /// Two days of hashtags, with three before them.
  static List<DayHashtag> hashtagsByDay() {
    return List.of(
        hashtag("2026-11-14", "coffee", 2),
        hashtag("2026-11-15", "coffee", 3),
        hashtag("2026-11-16", "tea", 1),
        hashtag("2026-11-19", "coffee", 4),
        hashtag("2026-11-20", "tea", 9),
        hashtag("2026-11-20", "coffee", 5),
        hashtag("2026-11-21", "rain", 4));
  }

  /// A day in two languages, and one with too few posts to say anything.
  static List<DaySentiment> sentimentByDay() {
    return List.of(
        sentiment("2026-11-20", "en", 30, 20, 0.25, 0.5, 0.25),
        sentiment("2026-11-20", "pt", 10, 10, 0.4, 0.2, 0.4),
        sentiment("2026-11-21", "en", 9, 4, 0.5, 0.25, 0.25));
  }

  /// Two runs on a day, one of them of two subjects.
  static List<RunCollection> collectionByRun() {
    return List.of(
        collection("run-1", "coffee", 100, 10, 0.55),
        collection("run-1", "tea", 50, 0, 0.25),
        collection("run-2", "tea", 10, 0, 0.05));
  }

  private static DayHashtag hashtag(String day, String hashtag, long posts) {
    return new DayHashtag(LocalDate.parse(day), "coffee", hashtag, 1, posts);
  }

  private static DaySentiment sentiment(
      String day,
      String lang,
      long posts,
      long scored,
      double negative,
      double neutral,
      double positive) {
    return new DaySentiment(
        LocalDate.parse(day),
        "coffee",
        lang,
        "hash",
        posts,
        scored,
        0,
        0,
        0,
        negative,
        0.0,
        1.0,
        neutral,
        0.0,
        1.0,
        positive,
        0.0,
        1.0);
  }

  private static RunCollection collection(
      String run, String subject, long posts, long media, double charge) {
    LocalDate day = LocalDate.parse("2026-11-21");
    Instant first = Instant.parse("2026-11-21T10:00:00Z");
    return new RunCollection(day, run, subject, first, posts, media, charge, 1);
  }
}
