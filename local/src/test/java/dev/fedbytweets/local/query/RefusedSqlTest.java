package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a query must not do, and how it is told what is wrong with it.
class RefusedSqlTest {

  @TempDir private static Path folder;

  private static LakeDatabase database;

  @BeforeAll
  static void collect() throws IOException {
    try (SmallLake lake = SmallLake.in(folder.resolve("lake"))) {
      lake.add(BronzeDefinitions.USERS, CoffeeAndTea.users()).toSilver();
      database = LakeDatabase.of(lake.lake());
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM silver.users                                | DELETE
          -- a comment\\n drop view silver.users                    | DROP
          /* SELECT */ update silver.users set id = 1             | UPDATE
          EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/x.csv'         | COPY
          EXPLAIN (FORMAT json) CREATE TABLE x (a int)            | CREATE
          SELECT 1; SET memory_limit = '1TB'; SELECT 2            | SET
          ATTACH 'other.db'                                       | ATTACH
          INSTALL httpfs                                          | INSTALL
          PRAGMA database_list                                    | PRAGMA
          COMMIT                                                  | COMMIT
          """)
  void refusesWhatIsNoQuestion(String sql, String word) {
    String text = sql.replace("\\n", "\n");

    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> run(text))
        .withMessageStartingWith(word + " cannot be used: a query reads the lake");
    assertThat(run("SELECT count(*) AS users FROM silver.users")).contains("\n    4\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n;; ; ", "-- nothing", "/* SELECT 1; */"})
  void refusesNothing(String sql) {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> run(sql))
        .withMessageStartingWith("there is no SQL");
  }

  @Test
  void reachesNoOtherFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");

    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> run("SELECT * FROM '%s'".formatted(secret)))
        .withMessageContaining("Permission Error");
  }

  @Test
  void reachesNoNetwork() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> run("SELECT * FROM 'https://127.0.0.1:1/x.parquet'"))
        .withMessageContaining("Permission Error");
  }

  @Test
  void changesNothingThroughAWith() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> run("WITH x AS (SELECT 1) INSERT INTO silver.users SELECT * FROM x"));
    assertThat(run("SELECT count(*) AS users FROM silver.users")).contains("\n    4\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FRM x                | Parser Error: syntax error at or near "x"
          SELECT 'a                     | Parser Error: unterminated quoted string at or near "'a"
          SELECT foo FROM silver.users  | Binder Error: Referenced column "foo" not found in FROM
          SELECT * FROM silver.user     | Catalog Error: Table with name user does not exist!
          SELECT CAST('x' AS int)       | Conversion Error: Could not convert string 'x' to INT32
          """)
  void saysWhatIsWrongInAtMostTwoLines(String sql, String message) {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> run(sql))
        .withMessageStartingWith(message)
        .satisfies(failure -> assertThat(failure.getMessage().lines().count()).isEqualTo(2));
  }

  @Test
  void answersOnAfterAFailure() {
    assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> run("SELECT foo"));

    assertThat(run("SELECT 1 AS a")).isEqualTo("a\n\u2500\n1\n(1 row)\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON"})
  void saysSoWhenTheTroubleIsInALaterRow(ResultFormat format) {
    String sql =
        "SELECT CASE WHEN range = 400000 THEN error('too far') ELSE 'fine' END AS a"
            + " FROM range(500000)";
    ByteArrayOutputStream stream = new ByteArrayOutputStream();

    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> database.run(sql, ResultOutput.to(stream, format)))
        .withMessage("Invalid Input Error: too far");
    assertThat(stream.toString(StandardCharsets.UTF_8)).doesNotEndWith("]\n");
  }

  @Test
  void saysWhereTheTroubleInALaterRowComesFrom() {
    String sql =
        "SELECT CAST(CASE WHEN range = 400000 THEN 'x' ELSE '1' END AS int) AS a"
            + " FROM range(500000)";

    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> QueryText.of(database, sql, ResultFormat.CSV))
        .withMessageStartingWith(
            "Conversion Error: Could not convert string 'x' to INT32\nLINE 1: SELECT CAST(");
    assertThat(run("SELECT 1 AS a")).contains("(1 row)");
  }

  @ParameterizedTest
  @CsvSource({"CSV, csv", "JSON, json"})
  void givesOneResultWhereOnlyOneFits(ResultFormat format, String name) {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> QueryText.of(database, "SELECT 1; SELECT 2", format))
        .withMessage(name + " holds one result, but there are 2 statements: give one at a time");
  }

  private static String run(String sql) {
    return QueryText.of(database, sql, ResultFormat.TABLE);
  }
}
