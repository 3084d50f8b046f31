package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.core.step.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Recorded responses of X hold real people's posts, so they are not in the repository and no
/// assertion here prints more of them than identifiers.
class RecordedResponsesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void givesTheTweetsThatTheFirstFedByTweetsGave() throws IOException {
    List<ParsedPage> pages = bundle();

    List<Tweet> rows = rows(pages, page -> page.tweets().written());

    assertSameRows(
        rows.stream()
            .map(row -> line(row.id(), row.createdAt(), row.authorId(), row.text(), row.placeId()))
            .toList(),
        csv("pages-2022-06.tweets.csv", "id", "created_at", "author_id", "text", "place_id"));
    assertThat(rows.size()).isEqualTo(600);
  }

  @Test
  void givesTheUsersThatTheFirstFedByTweetsGave() throws IOException {
    List<ParsedPage> pages = bundle();

    List<User> rows = rows(pages, page -> page.users().written());

    assertSameRows(
        rows.stream()
            .map(
                row ->
                    line(
                        row.id(),
                        row.username(),
                        row.name(),
                        row.location(),
                        row.followersCount(),
                        row.followingCount(),
                        row.listedCount(),
                        row.tweetCount(),
                        row.verified()))
            .toList(),
        csv(
            "pages-2022-06.users.csv",
            "id",
            "username",
            "name",
            "location",
            "followers_count",
            "following_count",
            "listed_count",
            "tweet_count",
            "verified"));
    assertThat(rows.size()).isEqualTo(564);
  }

  @Test
  void givesThePlacesThatTheFirstFedByTweetsGave() throws IOException {
    List<ParsedPage> pages = bundle();

    List<Place> rows = rows(pages, page -> page.places().written());

    assertSameRows(
        rows.stream()
            .map(row -> line(row.id(), row.fullName(), row.country(), row.placeType()))
            .toList(),
        csv("pages-2022-06.places.csv", "id", "full_name", "country", "place_type"));
    assertThat(rows.size()).isEqualTo(10);
    assertThat(rows.stream().filter(row -> row.west() >= row.east())).isEmpty();
  }

  @Test
  void readsPagesWithEveryExpansion() throws IOException {
    List<String> lines = Files.readAllLines(recorded("pages-2023-04.jsonl"));

    List<ParsedPage> pages = lines.stream().map(SamplePages::parsed).toList();

    assertThat(total(pages, ParsedPage::tweets)).isEqualTo(new Counts(832, 832, 0, 0));
    assertThat(total(pages, ParsedPage::users)).isEqualTo(new Counts(402, 402, 0, 0));
    assertThat(total(pages, ParsedPage::places)).isEqualTo(new Counts(2, 2, 0, 0));
    assertThat(total(pages, ParsedPage::media)).isEqualTo(new Counts(43, 43, 0, 0));
    assertThat(pages.stream().mapToInt(ParsedPage::partialErrors).sum()).isEqualTo(6);
    assertThat(pages).flatExtracting(page -> page.malformedFields().keySet()).isEmpty();
    assertThat(pages).flatExtracting(page -> page.unknownFields().keySet()).isEmpty();
  }

  @Test
  void readsTheListsOfPagesWithEveryExpansion() throws IOException {
    List<String> lines = Files.readAllLines(recorded("pages-2023-04.jsonl"));

    List<Tweet> rows =
        rows(lines.stream().map(SamplePages::parsed).toList(), page -> page.tweets().written())
            .stream()
            .filter(row -> row.foundAs().equals("result"))
            .toList();

    assertThat(rows).hasSize(500);
    assertThat(rows.stream().filter(row -> row.retweetedText() != null)).hasSize(354);
    assertThat(elements(rows, Tweet::hashtags)).isEqualTo(2770);
    assertThat(elements(rows, Tweet::cashtags)).isEqualTo(12);
    assertThat(elements(rows, Tweet::mentions)).isEqualTo(2325);
    assertThat(elements(rows, Tweet::urls)).isEqualTo(646);
    assertThat(elements(rows, Tweet::referenced)).isEqualTo(423);
    assertThat(elements(rows, Tweet::editHistory)).isEqualTo(500);
  }

  private static List<ParsedPage> bundle() throws IOException {
    JsonNode bundle = MAPPER.readTree(Files.readAllBytes(recorded("pages-2022-06.json")));
    List<ParsedPage> pages = new ArrayList<>();
    for (JsonNode page : bundle.get("data")) {
      pages.add(parsed(MAPPER.writeValueAsBytes(page)));
    }
    return pages;
  }

  private static <R> List<R> rows(List<ParsedPage> pages, Function<ParsedPage, List<R>> table) {
    return pages.stream().flatMap(page -> table.apply(page).stream()).toList();
  }

  private static Counts total(List<ParsedPage> pages, Function<ParsedPage, TableRows<?>> table) {
    return pages.stream().map(page -> table.apply(page).counts()).reduce(Counts.NONE, Counts::plus);
  }

  private static int elements(List<Tweet> rows, Function<Tweet, List<?>> list) {
    return rows.stream().map(list).filter(found -> found != null).mapToInt(List::size).sum();
  }

  private static void assertSameRows(List<List<String>> actual, List<List<String>> expected) {
    assertThat(actual)
        .extracting(List::getFirst)
        .isEqualTo(expected.stream().map(List::getFirst).toList());
    assertThat(actual.stream().filter(row -> !expected.contains(row)).map(List::getFirst))
        .isEmpty();
    assertThat(actual.equals(expected)).as("the rows are the same, in the same order").isTrue();
  }

  /// Values as Python writes them into CSV.
  private static List<String> line(Object... values) {
    return Arrays.stream(values).map(RecordedResponsesTest::asPythonWrites).toList();
  }

  private static String asPythonWrites(Object value) {
    return switch (value) {
      case null -> "";
      case Boolean flag -> flag ? "True" : "False";
      default -> value.toString();
    };
  }

  /// The file's rows, cut to these columns, which it must begin with.
  private static List<List<String>> csv(String name, String... columns) throws IOException {
    List<List<String>> lines =
        Csv.read(Files.readString(recorded(name))).stream()
            .map(line -> line.subList(0, columns.length))
            .toList();
    assertThat(lines.getFirst()).containsExactly(columns);
    return lines.subList(1, lines.size());
  }

  /// Found in `shared/data` beside the repository, or beside a folder around it.
  private static Path recorded(String name) {
    Path file = Path.of("shared", "data", name);
    List<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve(file))
            .filter(Files::exists)
            .toList();
    assumeTrue(!found.isEmpty(), () -> "skipped: no recorded pages in ../shared/data/" + name);
    return found.getFirst();
  }
}
