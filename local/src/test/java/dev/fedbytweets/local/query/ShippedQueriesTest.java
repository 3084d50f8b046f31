package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.RunCollection;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped query gives the answer that was worked out by hand. A new query needs a new file
/// `answers/<name>.csv`, with rows.
class ShippedQueriesTest {

  private static final Path FOLDER = Path.of("../queries");
  private static final Path ANSWERS = Path.of("src/test/resources/answers");

  @TempDir private static Path folder;

  private static LakeDatabase database;

  @BeforeAll
  static void collect() throws IOException {
    try (SmallLake lake = SmallLake.in(folder)) {
      lake.add(BronzeDefinitions.TWEETS, CoffeeAndTea.tweets())
          .add(BronzeDefinitions.USERS, CoffeeAndTea.users())
          .add(BronzeDefinitions.PLACES, CoffeeAndTea.places())
          .add(BronzeDefinitions.MEDIA, CoffeeAndTea.media())
          .toSilver()
          .addGold(
              GoldDefinitions.TOP_HASHTAGS_BY_DAY, DayHashtag::day, CoffeeAndTea.hashtagsByDay())
          .addGold(
              GoldDefinitions.SENTIMENT_BY_DAY, DaySentiment::day, CoffeeAndTea.sentimentByDay())
          .addGold(
              GoldDefinitions.COLLECTION_BY_RUN,
              RunCollection::day,
              CoffeeAndTea.collectionByRun());
      database = LakeDatabase.of(lake.lake());
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static List<ShippedQuery> queries() {
    return ShippedQueries.in(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answersAsWorkedOutByHand(ShippedQuery query) throws IOException {
    Path expected = ANSWERS.resolve(query.name() + ".csv");

    String answer = QueryText.of(database, query.sql(), ResultFormat.CSV);

    assertThat(answer.replace("\r\n", "\n")).isEqualTo(Files.readString(expected));
    assertThat(answer.lines()).as("rows besides the header").hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void isWrittenForTwoEngines(ShippedQuery query) {
    String comments =
        query.sql().lines().filter(line -> line.startsWith("--")).reduce("", String::concat);

    assertThat(query.question()).endsWith("?").hasSizeBetween(20, 100);
    assertThat(query.sql())
        .doesNotContain(";")
        .contains("\nORDER BY ")
        .containsPattern("LIMIT \\d+\n$");
    assertThat(comments)
        .as("names that deployment replaces")
        .doesNotContain("silver.", "bronze.", "gold.");
    assertThat(Pattern.compile("(FROM|JOIN) (\\w+)\\.").matcher(query.sql()).results())
        .extracting(match -> match.group(2))
        .isNotEmpty()
        .isSubsetOf("silver", "bronze", "gold");
  }

  @Test
  void everyAnswerBelongsToAQuery() throws IOException {
    try (var answers = Files.list(ANSWERS)) {
      assertThat(answers)
          .extracting(file -> file.getFileName().toString().replace(".csv", ""))
          .containsExactlyInAnyOrderElementsOf(queries().stream().map(ShippedQuery::name).toList());
    }
  }

  @Test
  void everyQuestionIsInTheReadme() throws IOException {
    assertThat(Files.readString(FOLDER.resolve("README.md")))
        .contains(
            queries().stream()
                .map(q -> "| [%1$s.sql](%1$s.sql) | %2$s |".formatted(q.name(), q.question()))
                .toList());
  }

  @Test
  void thePackagedQueryIsTheOneInTheFolder() {
    assertThat(ShippedQueries.packaged("top-hashtags")).isIn(queries());
  }

  @Test
  void refusesAPackagedQueryThatIsNotThere() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> ShippedQueries.packaged("none"))
        .withMessage("no query is called 'none'");
  }

  @Test
  void refusesAFolderWithoutQueries(@TempDir Path empty) {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> ShippedQueries.in(empty))
        .withMessage("there are no queries in " + empty);
  }

  @Test
  void refusesAFolderThatIsNotThere(@TempDir Path empty) {
    Path missing = empty.resolve("missing");
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> ShippedQueries.in(missing))
        .withMessageContaining("cannot read the queries in " + missing);
  }

  @Test
  void refusesAQueryThatDoesNotBeginWithItsQuestion() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> ShippedQuery.parse("ask-me", "SELECT 1\n-- Why?\n"))
        .withMessage("query ask-me does not begin with its question in a comment");
  }

  @Test
  void refusesANameThatIsNotInKebabCase() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> ShippedQuery.parse("Top_Ten", "-- Why?\nSELECT 1\n"))
        .withMessageContaining("'Top_Ten' is no name of a query");
  }
}
