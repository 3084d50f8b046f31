package dev.fedbytweets.togold.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The numbers of the page, counted by hand.
class PageModelTest {

  private static final Instant NOW = Instant.parse("2026-11-28T23:10:45Z");
  private static final LocalDate LAST = LocalDate.of(2026, 11, 28);

  private final List<HourVolume> volume = new ArrayList<>();
  private final List<DaySentiment> sentiment = new ArrayList<>();
  private final List<DayTopic> topics = new ArrayList<>();
  private final List<DayHashtag> hashtags = new ArrayList<>();
  private final List<DayPlace> places = new ArrayList<>();
  private final List<DayEngagement> engagement = new ArrayList<>();
  private final List<RunCollection> runs = new ArrayList<>();
  private final List<LabelModel> models = new ArrayList<>();
  private final List<CollectedSubject> subjects = new ArrayList<>();

  @Test
  void postsOfHoursAreAddedUpByDayAndRange() {
    for (int i = 0; i < 40; i++) {
      posts(i, "coffee", 10);
      posts(i, "coffee", 6);
    }
    posts(2, "tea", 100);

    PageModel model = model(40);

    assertThat(model.subjects()).containsExactly("coffee", "tea");
    assertThat(model.ranges()).extracting(PageRange::days).containsExactly(7, 28, 40);
    assertThat(model.ranges()).extracting(PageRange::bins).containsExactly(7, 28, 6);
    assertThat(model.posts().get(0)).hasSize(40).contains(16L, 116L);
    assertThat(model.totals())
        .containsExactly(
            List.of(212L, 112L, 100L), List.of(548L, 448L, 100L), List.of(740L, 640L, 100L));
  }

  @Test
  void sharesOfSeveralDaysAreTheMeanOfTheirPosts() {
    posts(0, "coffee", 400);
    posts(1, "coffee", 400);
    sentiment.add(mood(0, 300, 0.20, 0.10, 0.30));
    sentiment.add(mood(1, 100, 0.40, 0.20, 0.80));

    PageSeries line = model(2).sentiment().getFirst();

    assertThat(line.daily().get(1).subList(4, 7)).containsExactly(200L, 100L, 300L);
    assertThat(line.totals().getFirst().getFirst()).isEqualTo(400);
    assertThat(line.totals().getFirst().subList(4, 7)).containsExactly(250L, 125L, 425L);
  }

  @Test
  void sharesOfSeveralDaysComeFromTheModelWhereThereIsOne() {
    posts(0, "coffee", 400);
    sentiment.add(mood(0, 300, 0.20, 0.10, 0.30));
    sentiment.add(mood(1, 100, 0.40, 0.20, 0.80));
    List<List<Long>> asked = new ArrayList<>();

    PageModel model =
        PageModelBuilder.model(
            data(),
            new PageSpan(LAST.minusDays(1), 2),
            (lang, counts) -> {
              asked.add(counts);
              return List.of(0.111, 0.1, 0.2, 0.5, 0.4, 0.6, 0.389, 0.3, 0.4);
            });

    assertThat(asked).contains(List.of(200L, 100L, 100L));
    assertThat(model.sentiment().getFirst().totals().getFirst().subList(4, 13))
        .containsExactly(111L, 100L, 200L, 500L, 400L, 600L, 389L, 300L, 400L);
  }

  @Test
  void engagementIsForEachPost() {
    posts(0, "coffee", 30);
    engagement.add(new DayEngagement(LAST, "coffee", 10, 9, 40, 10, 5, 0, 1, 999));
    engagement.add(new DayEngagement(LAST.minusDays(1), "coffee", 20, 9, 20, 20, 10, 3, 2, 999));

    PageSeries line = model(2).engagement().getFirst();

    assertThat(line.daily())
        .containsExactly(
            List.of(20L, 100L, 100L, 50L, 15L, 10L), List.of(10L, 400L, 100L, 50L, 0L, 10L));
    assertThat(line.totals()).containsExactly(List.of(30L, 200L, 100L, 50L, 10L, 10L));
  }

  @Test
  void hashtagsMoveUpByTheirShareOfThePosts() {
    for (int i = 0; i < 4; i++) {
      posts(i, "coffee", i < 2 ? 50 : 100);
      hashtag(i, "falling", i < 2 ? 8 : 40, 1);
      hashtag(i, "rising", i < 2 ? 10 : 5, 2);
      hashtag(i, "new", i < 2 ? 3 : 0, 3);
      hashtag(i, "hidden", i < 2 ? 4 : 1, 4);
    }

    PageModel model = model(4);

    List<PageMover> rows = model.hashtags().getLast().getFirst();
    assertThat(model.ranges().getLast().compared()).isEqualTo(2);
    assertThat(rows)
        .extracting(row -> model.words().get(row.word()))
        .containsExactly("#rising", "#hidden", "#new");
    int word = rows.getFirst().word();
    assertThat(rows.getFirst()).isEqualTo(new PageMover(word, 20, 2000, 1, 10, 500, 2));
    assertThat(rows.get(1))
        .extracting(PageMover::before, PageMover::rankBefore)
        .containsExactly(-1L, 0);
    assertThat(rows.get(1)).extracting(PageMover::shareBefore).isEqualTo(-1L);
    assertThat(rows.get(2))
        .extracting(PageMover::share, PageMover::before)
        .containsExactly(600L, 0L);
  }

  @Test
  void aHiddenNumberBeforeIsNotTakenForNone() {
    posts(0, "coffee", 1000);
    posts(1, "coffee", 100);
    hashtag(0, "garden", 43, 2);
    hashtag(1, "garden", 4, 2);
    hashtag(0, "grown", 60, 1);
    hashtag(1, "grown", 5, 1);

    PageModel model = model(2);

    assertThat(model.hashtags().getLast().getFirst())
        .extracting(row -> model.words().get(row.word()))
        .containsExactly("#grown", "#garden");
  }

  @Test
  void topicsHaveSharesAndOtherComesLast() {
    posts(0, "coffee", 100);
    topics.add(new DayTopic(LAST, "coffee", "other", "h", 60, 0.6));
    topics.add(new DayTopic(LAST, "coffee", "food", "h", 30, 0.3));
    topics.add(new DayTopic(LAST, "coffee", "music", "h", 10, 0.1));

    PageModel model = model(1);

    List<PageWord> rows = model.topics().getLast().getFirst();
    assertThat(rows)
        .extracting(row -> model.words().get(row.word()))
        .containsExactly("food", "music", "other");
    assertThat(rows).extracting(PageWord::share).containsExactly(3000L, 1000L, 6000L);
  }

  @Test
  void aPlaceIsOneUnderItsLatestName() {
    posts(0, "coffee", 100);
    places.add(new DayPlace(LAST, "coffee", "p1", "New Name", "BR", 5));
    places.add(new DayPlace(LAST.minusDays(1), "coffee", "p1", "Old Name", "BR", 7));
    places.add(new DayPlace(LAST, "coffee", "p2", null, null, 6));

    PageModel model = model(2);

    assertThat(model.places().getLast().getFirst())
        .extracting(row -> model.words().get(row.word()), PageWord::posts)
        .containsExactly(tuple("New Name (BR)", 12L), tuple("p2", 6L));
  }

  @Test
  void theNewestModelsAreNamed() {
    models.add(new LabelModel(LAST.minusDays(9), "sentiment", "0ld", List.of(), List.of("en")));
    models.add(new LabelModel(LAST, "sentiment", "2ef1", List.of(), List.of("en")));

    assertThat(WrittenPage.of(data()).text("models")).isEqualTo("Model sentiment: 2ef1.");
  }

  @Test
  void theMonthIsPaidAndGapsBeforeThePageAreNotShown() {
    posts(0, "coffee", 100);
    posts(3, "coffee", 100);
    runs.add(new RunCollection(LAST, "run-2", "coffee", NOW, 100, 20, 0.6, 2));
    runs.add(
        new RunCollection(
            LocalDate.of(2026, 10, 31),
            "run-1",
            "coffee",
            NOW.minus(Duration.ofDays(28)),
            1000,
            0,
            5,
            0));
    subjects.add(
        new CollectedSubject(
            "coffee",
            NOW.minus(Duration.ofHours(3)),
            List.of(gap("2026-11-01T00:00:00Z"), gap("2026-11-26T02:00:00Z")),
            120,
            1000L));

    PageModel model = model(4);

    assertThat(model.collected())
        .containsExactly(
            new PageSubject(
                "2026-11-28T20:10:00Z",
                List.of(List.of("2026-11-26T02:00:00Z", "2026-11-26T03:30:00Z", "beyond_search")),
                120,
                1000,
                60,
                100));
    assertThat(model.runs()).extracting(PageRun::run).containsExactly("run-2", "run-1");
    assertThat(WrittenPage.of(data()).text("heads"))
        .contains("$0.60", "880 posts left of the caps", "3 h", "2 hours not collected");
  }

  @Test
  void centsAreRoundedAsPeopleRound() {
    runs.add(run("run-1", NOW.minusSeconds(60), 57, 0, 0.285));
    runs.add(run("run-2", NOW, 1584, 0, 7.92));
    posts(0, "coffee", 1641);

    PageModel model = model(1);

    assertThat(model.runs()).extracting(PageRun::cents).containsExactly(792L, 29L);
    assertThat(model.collected()).extracting(PageSubject::cents).containsExactly(821L);
  }

  @Test
  void centsWouldGiveAwayFewMedia() {
    runs.add(run("run-1", NOW, 100, 3, 0.515));
    posts(0, "coffee", 100);

    PageModel model = model(1);

    assertThat(model.runs()).extracting(PageRun::cents).containsExactly(-2L);
    assertThat(model.collected()).extracting(PageSubject::cents).containsExactly(-2L);
    assertThat(WrittenPage.of(data()).text("heads")).contains("Expected charge this month–");
    assertThat(WrittenPage.of(data()).csv("runs").getLast()).endsWith(",coffee,100,<5,,0");
  }

  @Test
  void whatWasReadInTheMonthIsPaidInItWheneverItWasImported() {
    runs.add(run("october", Instant.parse("2026-10-31T23:59:59Z"), 1000, 0, 5));
    runs.add(run("november", Instant.parse("2026-11-01T00:00:00Z"), 100, 0, 0.5));
    posts(0, "coffee", 1100);

    assertThat(model(1).collected()).extracting(PageSubject::cents).containsExactly(50L);
  }

  private static RunCollection run(
      String id, Instant first, long posts, long media, double charge) {
    return new RunCollection(LAST, id, "coffee", first, posts, media, charge, 0);
  }

  private static MissedSpan gap(String from) {
    Instant begin = Instant.parse(from);
    return new MissedSpan(begin, begin.plus(Duration.ofMinutes(90)), "beyond_search");
  }

  private PageModel model(int days) {
    return PageModelBuilder.model(
        data(), new PageSpan(LAST.minusDays(days - 1L), days), MoodShares.MEAN_OF_DAYS);
  }

  private PageData data() {
    return new PageData(
        NOW,
        volume,
        sentiment,
        topics,
        hashtags,
        List.of(),
        places,
        engagement,
        runs,
        models,
        subjects);
  }

  private void posts(int daysAgo, String subject, long posts) {
    volume.add(new HourVolume(LAST.minusDays(daysAgo), 7, subject, posts, 0, 0, 0));
  }

  private void hashtag(int daysAgo, String word, long posts, int rank) {
    if (posts > 0) {
      hashtags.add(new DayHashtag(LAST.minusDays(daysAgo), "coffee", word, rank, posts));
    }
  }

  private static DaySentiment mood(
      int daysAgo, long scored, double share, double low, double high) {
    long half = scored / 2;
    return new DaySentiment(
        LAST.minusDays(daysAgo),
        "coffee",
        "en",
        "h",
        scored,
        scored,
        half,
        scored / 4,
        scored - half - scored / 4,
        share,
        low,
        high,
        0.5,
        0.4,
        0.6,
        0.5 - share,
        0.0,
        0.5);
  }
}
