package dev.fedbytweets.acceptance.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.local.query.FactFile;
import dev.fedbytweets.local.query.ShippedQueries;
import dev.fedbytweets.local.query.ShippedQuery;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Trino, through the Glue API and S3, over a lake as the steps wrote it there.
class AthenaStandInTest {

  private static final Path SHIPPED = Path.of("..", "queries");

  /// Words that shipped queries must not use.
  private static final Path OWN = Path.of("src", "test", "resources", "queries");

  @TempDir private static Path directory;
  private static WrittenLake lake;
  private static Athena athena;
  private static DuckLake duck;

  @BeforeAll
  static void write() throws Exception {
    lake = WrittenLake.write(directory);
    athena = Athena.over(lake.account());
    duck = DuckLake.over(lake, tables());
  }

  @AfterAll
  static void close() throws Exception {
    duck.close();
    athena.close();
    lake.close();
  }

  static List<TableDefinition<?>> tables() {
    return TableDefinitions.ALL;
  }

  static List<ShippedQuery> queries() {
    return Stream.of(SHIPPED, OWN).flatMap(folder -> ShippedQueries.in(folder).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void athenaSeesTheRowsThatWereWritten(TableDefinition<?> definition) throws SQLException {
    List<List<Object>> written = written(definition);

    List<List<Object>> seen = athena.ask("SELECT * FROM " + definition);

    assertThat(seen).isNotEmpty();
    assertThat(EngineAnswers.sorted(seen)).isEqualTo(EngineAnswers.sorted(written));
    assertThat(EngineAnswers.sorted(duck.ask("SELECT * FROM " + definition)))
        .isEqualTo(EngineAnswers.sorted(written));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQueryHasOneAnswer(ShippedQuery query) throws SQLException {
    List<List<Object>> answer = athena.ask(query.sql());

    assertThat(answer).as("the lake of the test has posts for it").isNotEmpty();
    EngineAnswers.assertSame(answer, duck.ask(query.sql()));
  }

  @ParameterizedTest
  @FieldSource("dev.fedbytweets.tables.schema.TableDefinitions#INGESTED")
  void afterThreeMergesThereIsNoDeleteFile(TableDefinition<?> definition) {
    String snapshots = metadata(definition, "snapshots");
    String files = metadata(definition, "files");
    BigDecimal looks = BigDecimal.valueOf(WrittenLake.LOOKS);

    List<List<Object>> commits = athena.ask("SELECT count(*) FROM " + snapshots);
    List<List<Object>> contents = athena.ask("SELECT DISTINCT content FROM " + files);

    assertThat(commits).isEqualTo(List.of(List.of(looks)));
    assertThat(contents).as("data files only").isEqualTo(List.of(List.of(BigDecimal.ZERO)));
  }

  @Test
  void theLakeHasPostsThatWereSeenAgainWithOtherCounts() throws SQLException {
    String again =
        """
        SELECT count(*) FROM silver.tweets AS silver
        WHERE retrieved_at > first_retrieved_at AND EXISTS (
          SELECT 1 FROM bronze.tweets AS bronze
          WHERE CAST(bronze.id AS bigint) = silver.id AND bronze.subject = silver.subject
            AND bronze.like_count < silver.like_count)
        """;

    List<List<Object>> count = athena.ask(again);

    assertThat((BigDecimal) count.getFirst().getFirst()).isGreaterThan(BigDecimal.TEN);
    assertThat(count).isEqualTo(duck.ask(again));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  void factsStandBesideWhatPeopleSaid(String format) throws Exception {
    Path csv = directory.resolve("cups.csv");
    Files.writeString(
        csv,
        """
        day,subject,cups_sold,usd
        2026-11-17,coffee,120,360.5
        2026-11-18,coffee,,
        2026-11-18,hot-drinks,7,14.25
        2026-11-19,tea,80,160
        """);
    Path parquet = directory.resolve("cups.parquet");
    assertThat(new FactFile(csv).writeTo(parquet).rows()).isEqualTo(4);
    duck.addFacts("cups_sold", parquet);
    String folder = "facts/%s/".formatted(format);
    byte[] facts = Files.readAllBytes(format.equals("csv") ? csv : parquet);
    assertThat(
            S3ObjectStore.open(lake.account().settings())
                .writeIfAbsent(folder + "facts." + format, facts, Map.of()))
        .isPresent();

    FactTable.create(lake.account(), format + "_facts", format, folder);

    for (String sql :
        List.of(
            "SELECT day, subject, cups_sold, usd FROM facts.cups_sold ORDER BY day, subject",
            Files.readString(SHIPPED.resolve("facts/behaviour-beside-sentiment.sql")))) {
      List<List<Object>> answer = athena.ask(sql.replace("facts.", format + "_facts."));
      assertThat(answer).hasSizeGreaterThan(2);
      EngineAnswers.assertSame(answer, duck.ask(sql));
    }
  }

  private static String metadata(TableDefinition<?> definition, String kind) {
    return "%s.\"%s$%s\""
        .formatted(definition.layer().lowerCase(), definition.name().lowerCase(), kind);
  }

  private static <R extends Record> List<List<Object>> written(TableDefinition<R> definition) {
    return TableContents.of(lake.tables().table(definition), definition).stream()
        .map(Row::of)
        .toList();
  }
}
