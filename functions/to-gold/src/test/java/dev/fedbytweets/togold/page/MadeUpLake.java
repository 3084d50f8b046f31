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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Gold tables of a lake that does not exist: a weekly rhythm, a spike, gaps, several languages.
/// The same arguments give the same rows.
final class MadeUpLake {

  static final Instant NOW = Instant.parse("2026-11-28T23:10:00Z");

  private static final LocalDate LAST = LocalDate.of(2026, 11, 28);
  private static final List<String> LANGUAGES = List.of("en", "pt", "es", "ja");
  private static final List<String> TOPICS =
      List.of("food", "health", "money", "tech", "music", "life", "job", "game", "other");
  private static final List<String> WORDS =
      List.of(
          "coffee",
          "espresso",
          "latteart",
          "harvest",
          "fairtrade",
          "coldbrew",
          "barista",
          "brazil",
          "climate",
          "prices",
          "breakfast",
          "monday",
          "recipe",
          "café",
          "roastery",
          "コーヒー");
  private static final List<String> SITES =
      List.of(
          "example.org",
          "news.example.com",
          "video.example",
          "shop.example.net",
          "blog.example",
          "archive.example.org",
          "radio.example",
          "weather.example",
          "g1.example",
          "uni.example");
  private static final List<String> PLACES =
      List.of(
          "São Paulo, Brazil/BR",
          "Rio de Janeiro, Brazil/BR",
          "Lisboa, Portugal/PT",
          "London, England/GB",
          "Manhattan, NY/US",
          "東京 中央区/JP",
          "Medellín, Colombia/CO",
          "Addis Ababa, Ethiopia/ET",
          "Minas Gerais, Brazil/BR",
          "Berlin, Germany/DE");

  private final Random random = new Random(14);
  private final List<HourVolume> volume = new ArrayList<>();
  private final List<DaySentiment> sentiment = new ArrayList<>();
  private final List<DayTopic> topics = new ArrayList<>();
  private final List<DayHashtag> hashtags = new ArrayList<>();
  private final List<DayDomain> domains = new ArrayList<>();
  private final List<DayPlace> places = new ArrayList<>();
  private final List<DayEngagement> engagement = new ArrayList<>();
  private final List<RunCollection> runs = new ArrayList<>();
  private final List<CollectedSubject> subjects = new ArrayList<>();

  private MadeUpLake() {}

  /// Three subjects of very different size.
  static PageData of(int days) {
    MadeUpLake lake = new MadeUpLake();
    lake.subject("coffee", days, 640, 3, 100_000L);
    lake.subject("eleicoes-2026", days, 220, 2, 50_000L);
    lake.subject("fair_trade", days, 18, 4, null);
    return lake.data();
  }

  /// Many subjects.
  static PageData of(int subjects, int days) {
    MadeUpLake lake = new MadeUpLake();
    for (int i = 0; i < subjects; i++) {
      lake.subject("subject-%03d".formatted(i), days, 2000.0 / (i + 1) + 6, 3, 1_000_000L);
    }
    return lake.data();
  }

  /// A single post.
  static PageData onePost() {
    return new PageData(
        NOW,
        List.of(new HourVolume(LAST, 9, "coffee", 1, 0, 0, 0)),
        List.of(),
        List.of(),
        List.of(new DayHashtag(LAST, "coffee", "onlyone", 1, 1)),
        List.of(),
        List.of(),
        List.of(new DayEngagement(LAST, "coffee", 1, 1, 3, 0, 0, 0, 0, 0)),
        List.of(),
        List.of(),
        List.of());
  }

  /// Nothing but posts.
  static PageData only(List<HourVolume> volume) {
    return new PageData(
        NOW, volume, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of());
  }

  /// The same tables without checkpoints.
  static PageData withoutSubjects(PageData data) {
    return new PageData(
        data.now(),
        data.volume(),
        data.sentiment(),
        data.topics(),
        data.hashtags(),
        data.domains(),
        data.places(),
        data.engagement(),
        data.runs(),
        data.models(),
        List.of());
  }

  /// The same rows, as another reader of the tables might find them.
  static PageData inAnotherOrder(PageData data) {
    return new PageData(
        data.now(),
        data.volume().reversed(),
        data.sentiment().reversed(),
        data.topics().reversed(),
        data.hashtags().reversed(),
        data.domains().reversed(),
        data.places().reversed(),
        data.engagement().reversed(),
        data.runs().reversed(),
        data.models().reversed(),
        data.subjects().reversed());
  }

  /// Words that try to be more than words.
  static final List<String> HOSTILE =
      List.of(
          "</script><script>window.hacked=1</script>",
          "</style><script>window.hacked=2</script>",
          "<img src=x onerror=window.hacked=3>",
          "\" onmouseover=\"window.hacked=4\" x=\"",
          "' onfocus='window.hacked=5' autofocus='",
          "<!--<script>",
          "${script}",
          "{0}{1}{posts}{about}",
          "$&$1\\1",
          "=1+1,2",
          "@sum(a1)",
          "a,\"b\"\nc",
          "__proto__",
          "constructor",
          "\u202eevil\u2066",
          "مرحبا بالعالم",
          "שלום, עולם",
          "ประเทศไทย",
          "\0\u0001\ud800x\uffff\u0085",
          "👩‍👩‍👧‍👦 #️⃣",
          "long".repeat(200),
          "🧱".repeat(300));

  /// The hostile words wherever a word can come from.
  static PageData hostile() {
    MadeUpLake lake = new MadeUpLake();
    long posts = 400;
    for (String word : HOSTILE) {
      posts += 10;
      for (int i = 0; i < 9; i++) {
        LocalDate day = LAST.minusDays(i);
        lake.volume.add(new HourVolume(day, 3, word, posts, 0, 0, 0));
        lake.sentiment.add(lake.mood(word, day, word, posts - i, 0.3, 0.3));
        lake.topics.add(new DayTopic(day, word, word, word, posts, 1));
        lake.hashtags.add(new DayHashtag(day, word, word, 1, posts / (i + 2)));
        lake.domains.add(new DayDomain(day, word, word, 1, posts / (i + 2)));
        lake.places.add(new DayPlace(day, word, word, word, "<b>", posts));
        lake.engagement.add(new DayEngagement(day, word, posts, 9, posts, 9, 9, 9, 9, 9));
      }
      lake.runs.add(new RunCollection(LAST, word, word, NOW, posts, 0, 1, 1));
      lake.subjects.add(
          new CollectedSubject(
              word, NOW, List.of(new MissedSpan(NOW.minusSeconds(90_000), NOW, word)), posts, 9L));
    }
    return lake.data();
  }

  private PageData data() {
    return new PageData(
        NOW,
        volume,
        sentiment,
        topics,
        hashtags,
        domains,
        places,
        engagement,
        runs,
        List.of(
            new LabelModel(
                LAST, "sentiment", "0b".repeat(32), List.of("negative"), List.of("en", "pt"))),
        subjects);
  }

  private void subject(String name, int days, double usual, int languages, @Nullable Long cap) {
    for (int i = 0; i < days; i++) {
      LocalDate day = LAST.minusDays(days - 1L - i);
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      double spike = 4.2 * Math.exp(-Math.pow((i - days * 0.62) / 2.2, 2));
      double growth = 0.75 + 0.5 * i / days;
      double posts = usual * growth * (weekend ? 0.62 : 1) * (1 + spike) * noise(0.12);
      if (name.equals("coffee") && (i == days / 3 || i == days / 3 + 1)) {
        posts *= 0.2;
      }
      day(name, day, i, days, Math.round(posts), languages, spike);
    }
    subjects.add(
        new CollectedSubject(
            name,
            Instant.parse("2026-11-28T20:59:30Z"),
            name.equals("coffee") && days > 20
                ? List.of(
                    new MissedSpan(
                        LAST.minusDays(days - 1L - days / 3)
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC),
                        LAST.minusDays(days - 3L - days / 3)
                            .atTime(9, 30)
                            .toInstant(ZoneOffset.UTC),
                        "beyond_search"),
                    new MissedSpan(
                        Instant.parse("2026-11-19T03:00:00Z"),
                        Instant.parse("2026-11-19T07:40:00Z"),
                        "unreadable"))
                : List.of(),
            Math.round(usual * 27),
            cap));
  }

  private void day(
      String name, LocalDate day, int number, int days, long posts, int languages, double spike) {
    long left = posts;
    for (int hour = 0; hour < 24; hour++) {
      long now = hour == 23 ? left : Math.round(posts * (0.6 + 0.4 * Math.sin(hour / 4.0)) / 24);
      now = Math.min(left, Math.max(0, now));
      left -= now;
      if (now > 0) {
        volume.add(new HourVolume(day, hour, name, now, now / 5, now / 9, now / 4));
      }
    }
    for (int i = 0; i < languages; i++) {
      String lang = LANGUAGES.get(i);
      long scored = Math.round(posts * new double[] {0.55, 0.27, 0.1, 0.02}[i]);
      sentiment.add(
          mood(
              name,
              day,
              lang,
              scored,
              0.24 + 0.05 * i + 0.05 * spike * noise(0.1),
              0.28 - 0.03 * i));
    }
    sentiment.add(
        new DaySentiment(
            day,
            name,
            "und",
            null,
            posts / 20,
            0,
            0,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    if (!name.startsWith("eleicoes")) {
      for (int i = 0; i < TOPICS.size(); i++) {
        long count = Math.round(posts * 0.2 * noise(0.2) / (i + 1));
        topics.add(new DayTopic(day, name, TOPICS.get(i), "0a".repeat(32), count, 0.1));
      }
    }
    for (int i = 0; i < WORDS.size(); i++) {
      double trend =
          i % 3 == 0 ? 0.4 + 1.6 * Math.pow((double) number / days, 3) : 1.2 - 0.5 * number / days;
      long count = Math.round(posts * 0.11 * trend * noise(0.25) / (1 + 0.6 * i));
      if (count > 0) {
        hashtags.add(new DayHashtag(day, name, WORDS.get(i), i + 1, count));
      }
    }
    for (int i = 0; i < SITES.size(); i++) {
      double trend = i % 4 == 1 ? 0.4 + 1.9 * Math.pow((double) number / days, 4) : 1;
      long count = Math.round(posts * 0.06 * trend * noise(0.3) / (1 + 0.8 * i));
      if (count > 0) {
        domains.add(new DayDomain(day, name, SITES.get(i), i + 1, count));
      }
    }
    for (int i = 0; i < PLACES.size(); i++) {
      String[] place = PLACES.get(i).split("/", -1);
      long count = Math.round(posts * 0.012 * noise(0.4) / (1 + 0.4 * i));
      if (count > 0) {
        places.add(new DayPlace(day, name, "place" + i, place[0], place[1], count));
      }
    }
    engagement.add(
        new DayEngagement(
            day,
            name,
            posts,
            posts * 8 / 10,
            Math.round(posts * (4 + spike) * noise(0.15)),
            Math.round(posts * 0.8 * noise(0.1)),
            Math.round(posts * (1.1 + spike / 2) * noise(0.1)),
            posts / 6,
            posts / 4,
            posts * 240));
    for (int hour : new int[] {10, 17, 21}) {
      long read = Math.round(posts / 3.0 * noise(0.1));
      runs.add(
          new RunCollection(
              day,
              "ingest-%s-%02d".formatted(day, hour),
              name,
              day.atTime(hour, 0, 20).toInstant(ZoneOffset.UTC).plus(Duration.ofSeconds(7)),
              read,
              read / 7,
              0.005 * (double) (read + read / 7),
              random.nextInt(40) == 0 ? 3 : 0));
    }
  }

  private DaySentiment mood(
      String name, LocalDate day, String lang, long scored, double negative, double positive) {
    double bad = Math.min(0.7, negative * noise(0.06));
    double good = positive * noise(0.06);
    double width = Math.min(0.3, 0.03 + 0.9 / Math.sqrt(Math.max(1, (double) scored)));
    long counted = Math.round(scored * bad);
    long liked = Math.min(scored - counted, Math.round(scored * good));
    return new DaySentiment(
        day,
        name,
        lang,
        "0b".repeat(32),
        scored + scored / 50,
        scored,
        counted,
        scored - counted - liked,
        liked,
        bad,
        Math.max(0, bad - width),
        Math.min(1, bad + width),
        1 - bad - good,
        Math.max(0, 1 - bad - good - width),
        Math.min(1, 1 - bad - good + width),
        good,
        Math.max(0, good - width),
        Math.min(1, good + width));
  }

  private double noise(double size) {
    return 1 + size * random.nextGaussian();
  }
}
