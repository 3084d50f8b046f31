package dev.fedbytweets.togold.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.HourVolume;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class DashboardTest {

  private static final Pattern PLACE = Pattern.compile("\\{[a-z0-9]+}");

  static Stream<Named<PageData>> lakes() {
    return Map.of(
            "empty", PageData.empty(MadeUpLake.NOW),
            "one post", MadeUpLake.onePost(),
            "a day", MadeUpLake.of(1),
            "a month", MadeUpLake.of(30),
            "a year", MadeUpLake.of(365),
            "forty subjects", MadeUpLake.of(40, 180),
            "many subjects", MadeUpLake.of(90, 40),
            "hostile words", MadeUpLake.hostile())
        .entrySet()
        .stream()
        .map(lake -> Named.of(lake.getKey(), lake.getValue()));
  }

  @ParameterizedTest
  @MethodSource("lakes")
  void isWellFormedAndSmall(PageData data) {
    byte[] page = Dashboard.page(data);

    assertThat(page.length).isLessThan(Dashboard.LARGEST);
    assertThat(WrittenPage.of(data).elements("h1")).hasSize(1);
    assertThat(WrittenPage.of(data).elements("section")).hasSize(10);
  }

  @ParameterizedTest
  @MethodSource("lakes")
  void asksNobodyForAnything(PageData data) {
    WrittenPage page = WrittenPage.of(data);

    List<String> addresses =
        page.elements("*").stream()
            .flatMap(
                element -> Stream.of("src", "href", "action", "data").map(element::getAttribute))
            .filter(address -> !address.isEmpty())
            .toList();
    assertThat(addresses).isNotEmpty().allMatch(address -> address.matches("(?s)(#|data:).*"));
    assertThat(page.elements("*").stream().filter(element -> element.hasAttribute("style")))
        .isEmpty();
    assertThat(page.raw("<style>")).doesNotContain("url(", "@import");
    assertThat(page.raw("<script>")).doesNotContain("fetch(", "XMLHttp", "import(", "eval(");
  }

  @ParameterizedTest
  @MethodSource("lakes")
  void allowsOnlyItsOwnScriptAndStyle(PageData data) throws NoSuchAlgorithmException {
    WrittenPage page = WrittenPage.of(data);

    String policy =
        page.elements("meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(meta -> meta.getAttribute("content"))
            .findFirst()
            .orElseThrow();
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("script-src '" + hash(page.raw("<script>")) + "'; ")
        .contains("style-src '" + hash(page.raw("<style>")) + "'; ")
        .contains("img-src data:;")
        .doesNotContain("unsafe");
    assertThat(page.html().indexOf("Content-Security-Policy"))
        .isLessThan(page.html().indexOf("<style>"));
    assertThat(page.matches("<script(?! type=\"application/json\")")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("lakes")
  void everyFigureHasATableAndItsCsv(PageData data) {
    WrittenPage page = WrittenPage.of(data);

    List<Element> figures = page.elements("figure");
    assertThat(figures).hasSize(10);
    for (Element section : page.elements("section")) {
      String id = section.getAttribute("id");
      Element table = (Element) section.getElementsByTagName("table").item(0);
      int rows = table.getElementsByTagName("tr").getLength();
      assertThat(table.getElementsByTagName("caption").item(0).getTextContent()).isNotBlank();
      assertThat(page.element(id + "-csv").getAttribute("download")).isEqualTo(id + ".csv");
      assertThat(page.csv(id)).hasSize(rows);
    }
    assertThat(page.elements("svg"))
        .allMatch(
            svg ->
                svg.getAttribute("aria-hidden").equals("true")
                    || !svg.getAttribute("aria-label").isBlank());
  }

  @ParameterizedTest
  @MethodSource("lakes")
  void theSameDataGiveTheSameBytes(PageData data) {
    byte[] page = Dashboard.page(data);

    assertThat(Dashboard.page(data)).isEqualTo(page);
    assertThat(Dashboard.page(MadeUpLake.inAnotherOrder(data))).isEqualTo(page);
  }

  @Test
  void hostileWordsAreNothingButText() {
    WrittenPage page = WrittenPage.of(MadeUpLake.hostile());

    assertThat(page.elements("script")).hasSize(3);
    assertThat(page.elements("img")).isEmpty();
    assertThat(page.elements("*"))
        .allMatch(
            element -> !element.hasAttribute("onmouseover") && !element.hasAttribute("onfocus"));
    String names = page.text("volume-chart");
    assertThat(names)
        .contains("</script><script>window.hacked=1</script>", "${script}", "{0}{1}{posts}{about}")
        .contains("مرحبا بالعالم", "$&$1\\1");
    assertThat(page.csv("cost"))
        .anyMatch(line -> line.startsWith("\"'=1+1,2\","))
        .anyMatch(line -> line.startsWith("'@sum(a1),"));
    assertThat(page.html()).doesNotContain("\0", "\uffff", "long".repeat(30));
  }

  @Test
  void bothLanguagesAreComplete() {
    Map<String, String> english = PageTexts.in("en").all();
    Map<String, String> portuguese = PageTexts.in("pt").all();

    assertThat(portuguese.keySet()).isEqualTo(english.keySet());
    assertThat(portuguese.values()).noneMatch(String::isBlank);
    english.forEach(
        (key, text) ->
            assertThat(places(portuguese.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    assertThat(PageTexts.in("en").of("format.months").split(",", -1)).hasSize(12);
    assertThat(PageTexts.in("pt").of("format.months").split(",", -1)).hasSize(12);
  }

  @Test
  void theScriptUsesTextsThatThereAre() {
    WrittenPage page = WrittenPage.of(MadeUpLake.of(30));

    List<String> used =
        Stream.concat(
                Pattern.compile("\\b(?:t|html)\\(\\s*\"([a-z.-]+)\"")
                    .matcher(page.raw("<script>"))
                    .results(),
                page.matches("data-t=\"([a-z.-]+)\"").stream())
            .map(match -> match.group(1))
            .toList();
    assertThat(used).hasSizeGreaterThan(60);
    assertThat(PageTexts.in("en").all().keySet()).containsAll(used);
  }

  @Test
  void opensInPortugueseIfAsked() {
    byte[] bytes = Dashboard.page(MadeUpLake.of(30), MoodShares.MEAN_OF_DAYS, "pt");
    WrittenPage page = new WrittenPage(new String(bytes, StandardCharsets.UTF_8));

    assertThat(page.elements().getDocumentElement().getAttribute("lang")).isEqualTo("pt");
    assertThat(page.text("standfirst")).contains("posts sobre 3 assuntos", "28 nov. 2026");
    assertThat(page.text("heads"))
        .contains("Custo previsto no mês")
        .containsPattern("\\d\\.\\d{3}");
    assertThat(page.text("volume-chart")).contains("Todos os assuntos");
  }

  @Test
  void speaksOfPostsCollected() {
    WrittenPage page = WrittenPage.of(MadeUpLake.of(30));

    assertThat(page.text("standfirst")).contains("posts were collected");
    assertThat(page.html()).doesNotContainIgnoringCase("posts on X");
    assertThat(page.text("sentiment"))
        .contains("Estimated shares", "The model errs", "about eight to nine times in ten")
        .contains("nothing about a single person");
  }

  @Test
  void saysWhichDaysItShowsIfNotAllFitIn() {
    WrittenPage page = WrittenPage.of(MadeUpLake.of(40, 180));

    int days = page.model().path("days").asInt();
    LocalDate from = LocalDate.of(2026, 11, 28).minusDays(days - 1L);
    assertThat(days).isBetween(45, 179);
    assertThat(page.text("standfirst")).contains(PageTexts.in("en").day(from));
    assertThat(page.text("sentiment-chart")).contains("The 12 with the most posts are shown.");
  }

  @Test
  void aModelIsAskedOnceAboutTheSameCounts() {
    List<String> asked = new ArrayList<>();

    byte[] bytes =
        Dashboard.page(
            MadeUpLake.of(20, 180),
            (lang, counts) -> {
              asked.add(lang + counts);
              return List.of(0.2, 0.1, 0.3, 0.5, 0.4, 0.6, 0.3, 0.2, 0.4);
            },
            "en");

    WrittenPage page = new WrittenPage(new String(bytes, StandardCharsets.UTF_8));
    assertThat(page.text("sentiment-chart")).contains("negative 20% 10–30", "all their posts");
    assertThat(asked).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @Test
  void leavesOutSubjectsThatAreTooManyAndSaysSo() {
    WrittenPage page = WrittenPage.of(MadeUpLake.of(90, 40));

    assertThat(page.model().path("subjects")).hasSize(40);
    assertThat(page.text("standfirst")).contains("50 more subjects");
  }

  @Test
  void aYearIsShownFromItsEnd() {
    WrittenPage page = WrittenPage.of(MadeUpLake.of(365));

    assertThat(page.model().path("days").asInt()).isEqualTo(PageData.MOST_DAYS);
    assertThat(page.csv("volume").getLast()).startsWith("2026-11-28,");
    assertThat(page.csv("volume")).hasSize(181);
  }

  @Test
  void anEmptyLakeSaysSo() {
    WrittenPage page = WrittenPage.of(PageData.empty(MadeUpLake.NOW));

    assertThat(page.text("standfirst")).isEqualTo(PageTexts.in("en").of("standfirst.empty"));
    assertThat(page.text("volume-chart")).isEqualTo("Nothing to show for these days.");
  }

  @Test
  void countsOfASubjectWithoutACheckpointAreShown() {
    HourVolume row = new HourVolume(LocalDate.of(2015, 3, 1), 4, "old", 12, 0, 0, 0);
    PageData data = MadeUpLake.only(List.of(row));

    WrittenPage page = WrittenPage.of(data);

    assertThat(page.text("standfirst"))
        .isEqualTo("12 posts were collected about old, written on 1 Mar 2015 (UTC).");
    assertThat(page.text("collection-chart")).contains("no window is complete yet");
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }
}
