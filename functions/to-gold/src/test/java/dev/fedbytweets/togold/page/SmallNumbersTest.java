package dev.fedbytweets.togold.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.model.DayDomain;
import dev.fedbytweets.core.model.DayEngagement;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.DayPlace;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.DayTopic;
import dev.fedbytweets.core.model.HourVolume;
import dev.fedbytweets.core.model.RunCollection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

  @Test
  void wordsOfFewPostsAreNowhereInThePage() {
    PageData data =
        new PageData(
            MadeUpLake.NOW,
            List.of(volume(DAY, "coffee", 90), volume(DAY.minusDays(1), "coffee", 90)),
            List.of(sentiment("xq", 4), sentiment("en", 5)),
            List.of(new DayTopic(DAY, "coffee", "raretopic", "h", 4, 0.1), topic(DAY, 2)),
            List.of(
                new DayHashtag(DAY, "coffee", "raretag", 1, 4),
                new DayHashtag(DAY, "coffee", "shown", 1, 5)),
            List.of(new DayDomain(DAY, "coffee", "rare.example", 1, 3)),
            List.of(new DayPlace(DAY, "coffee", "rareplace", "Rare Town", "RT", 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    WrittenPage page = WrittenPage.of(data);

    assertThat(page.html()).contains("#shown").doesNotContain("raretopic", "raretag", "\"xq\"");
    assertThat(page.html()).doesNotContain("rare.example", "rareplace", "Rare Town");
    assertThat(page.csv("sentiment")).noneMatch(line -> line.contains("xq"));
  }

  @Test
  void aDayOfFewPostsIsSaidToBeOne() {
    PageData data =
        MadeUpLake.only(
            List.of(
                volume(DAY, "coffee", 3),
                volume(DAY.minusDays(1), "coffee", 90),
                volume(DAY, "tea", 60)));

    WrittenPage page = WrittenPage.of(data);

    assertThat(page.csv("volume"))
        .containsExactly("day,all,coffee,tea", "2026-11-27,90,90,0", "2026-11-28,60,<5,60");
    assertThat(page.text("volume-table")).contains("fewer than 5");
    assertThat(page.model().path("posts").toString()).isEqualTo("[[90,60],[90,-1],[0,60]]");
  }

  @Test
  void noCountFromOneToFourIsInThePage() {
    List<HourVolume> volume = new ArrayList<>();
    List<DaySentiment> sentiment = new ArrayList<>();
    List<DayTopic> topics = new ArrayList<>();
    List<DayEngagement> engagement = new ArrayList<>();
    List<RunCollection> runs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      LocalDate day = DAY.minusDays(i);
      volume.add(volume(day, "coffee", i % 9));
      volume.add(volume(day, "tea", (i * 5) % 8));
      sentiment.add(sentiment(day, "en", i % 7));
      topics.add(topic(day, i % 6));
      engagement.add(new DayEngagement(day, "coffee", i % 9, 1, 2, 3, 4, 1, 2, 3));
      runs.add(new RunCollection(day, "run-" + i, "tea", MadeUpLake.NOW, i % 8, i % 3, 0.015, 0));
    }
    PageData data =
        new PageData(
            MadeUpLake.NOW,
            volume,
            sentiment,
            topics,
            List.of(),
            List.of(),
            List.of(),
            engagement,
            runs,
            List.of(),
            List.of(new CollectedSubject("tea", null, List.of(), 3, 100L)));

    JsonNode model = WrittenPage.of(data).model();

    List<Long> counts = new ArrayList<>();
    model.path("posts").forEach(row -> row.forEach(count -> counts.add(count.asLong())));
    model.path("totals").forEach(row -> row.forEach(count -> counts.add(count.asLong())));
    for (JsonNode line : model.path("sentiment")) {
      line.path("daily").forEach(bin -> addFirst(counts, bin, 4));
      line.path("weekly").forEach(bin -> addFirst(counts, bin, 4));
      line.path("totals").forEach(bin -> addFirst(counts, bin, 4));
    }
    for (JsonNode line : model.path("engagement")) {
      line.path("daily").forEach(bin -> addFirst(counts, bin, 1));
      line.path("weekly").forEach(bin -> addFirst(counts, bin, 1));
    }
    model.path("runs").forEach(run -> counts.add(run.path("posts").asLong()));
    model.path("runs").forEach(run -> counts.add(run.path("media").asLong()));
    model.path("collected").forEach(state -> counts.add(state.path("read").asLong()));
    model.path("collected").forEach(state -> counts.add(state.path("lastDay").asLong()));
    assertThat(counts).hasSizeGreaterThan(300).contains(0L, -1L, 5L);
    assertThat(counts).noneMatch(count -> count >= 1 && count <= 4);
  }

  @Test
  void sumsAreOfWhatIsShown() {
    assertThat(SmallNumbers.sum(List.of(10L, -1L, 7L))).isEqualTo(17);
    assertThat(SmallNumbers.sum(List.of(0L, -1L))).isEqualTo(-1);
    assertThat(SmallNumbers.sum(List.of(0L, 0L))).isZero();
    assertThat(SmallNumbers.of(4)).isEqualTo(-1);
    assertThat(SmallNumbers.of(5)).isEqualTo(5);
  }

  @Test
  void nobodyFindsASmallNumberBySubtracting() {
    List<HourVolume> volume = new ArrayList<>();
    List<DaySentiment> sentiment = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      volume.add(volume(DAY.minusDays(i), "coffee", i == 2 || i == 9 ? 3 : 20));
      volume.add(volume(DAY.minusDays(i), "tea", 2));
      sentiment.add(sentiment(DAY.minusDays(i), "en", i == 2 || i == 9 ? 4 : 20));
    }
    PageData data =
        new PageData(
            MadeUpLake.NOW,
            volume,
            sentiment,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    WrittenPage page = WrittenPage.of(data);

    assertThat(page.model().path("totals").toString())
        .isEqualTo("[[134,120,14],[576,520,56],[1058,960,98]]");
    JsonNode line = page.model().path("sentiment").path(0);
    assertThat(line.path("weekly").get(7).get(0).asLong()).isEqualTo(120);
    assertThat(line.path("totals").get(0).get(0).asLong()).isEqualTo(120);
    assertThat(line.path("totals").get(2).get(0).asLong()).isEqualTo(960);
  }

  @Test
  void labelsAreNotCountedIfOneOfThemIsRare() {
    DaySentiment row =
        new DaySentiment(
            DAY, "coffee", "en", "h", 50, 50, 30, 17, 3, 0.6, 0.5, 0.7, 0.3, 0.2, 0.4, 0.1, 0.0,
            0.2);
    PageData data =
        new PageData(
            MadeUpLake.NOW,
            List.of(volume(DAY, "coffee", 50)),
            List.of(row),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    WrittenPage page = WrittenPage.of(data);

    assertThat(page.csv("sentiment").getLast())
        .isEqualTo(
            "coffee,en,2026-11-28,50,0.600,0.500,0.700,0.300,0.200,0.400,0.100,0.000,0.200,,,");
    assertThat(page.text("sentiment-table")).contains("– / – / –");
  }

  private static void addFirst(List<Long> counts, JsonNode bin, int number) {
    for (int i = 0; i < Math.min(number, bin.size()); i++) {
      counts.add(bin.get(i).asLong());
    }
  }

  private static HourVolume volume(LocalDate day, String subject, long posts) {
    return new HourVolume(day, 12, subject, posts, 0, 0, 0);
  }

  private static DayTopic topic(LocalDate day, long posts) {
    return new DayTopic(day, "coffee", "food", "h", posts, 0.5);
  }

  private static DaySentiment sentiment(String lang, long scored) {
    return sentiment(DAY, lang, scored);
  }

  private static DaySentiment sentiment(LocalDate day, String lang, long scored) {
    return new DaySentiment(
        day,
        "coffee",
        lang,
        "h",
        scored,
        scored,
        scored / 2,
        scored - scored / 2,
        0,
        0.5,
        0.4,
        0.6,
        0.5,
        0.4,
        0.6,
        0.0,
        0.0,
        0.1);
  }
}
