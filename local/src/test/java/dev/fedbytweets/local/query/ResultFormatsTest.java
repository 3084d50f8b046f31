package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.RejectedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How values look in CSV and JSON.
class ResultFormatsTest {

  /// What posts hold that breaks formats.
  private static final String AWKWARD =
      "VALUES ('comma, quote \" end'), ('line\nbreak\r\n'), ('nul ' || chr(0) || '!'),"
          + " ('\u05e9\u05dc\u05d5\u05dd \u202etxt'), ('\ud83d\udc69\u200d\ud83d\udcbb \u2028'),"
          + " (' blanks '), (''), (NULL), ('=1+1'), ('\ufeff')";

  @TempDir private static Path folder;

  private static LakeDatabase database;

  @BeforeAll
  static void open() throws IOException {
    try (SmallLake lake = SmallLake.in(folder)) {
      database = LakeDatabase.of(lake.lake());
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void csvKeepsEveryTextAsItIs() {
    String csv = csv("SELECT col0 AS a, 1 AS b FROM (" + AWKWARD + ")");

    assertThat(csv)
        .isEqualTo(
            "a,b\r\n\"comma, quote \"\" end\",1\r\n\"line\nbreak\r\n\",1\r\nnul \0!,1\r\n"
                + "\u05e9\u05dc\u05d5\u05dd \u202etxt,1\r\n\ud83d\udc69\u200d\ud83d\udcbb \u2028,1"
                + "\r\n\" blanks \",1\r\n\"\",1\r\n,1\r\n=1+1,1\r\n\ufeff,1\r\n");
  }

  @Test
  void csvWritesNoBlankLine() {
    assertThat(csv("SELECT * FROM (VALUES ('x'), (NULL), ('y')) AS t (a)"))
        .isEqualTo("a\r\nx\r\n\"\"\r\ny\r\n");
  }

  @Test
  void csvQuotesNamesToo() {
    assertThat(csv("SELECT 1 AS \"a,b\", 2 AS \"c\"\"d\", 3 AS e, 4 AS e"))
        .isEqualTo("\"a,b\",\"c\"\"d\",e,e\r\n1,2,3,4\r\n");
  }

  @Test
  void csvWritesListsAndStructsAsJson() {
    assertThat(csv("SELECT ['a', NULL, 'b\"'] AS l, {'x': 1, 'y': [1.50]} AS s, [] AS e"))
        .isEqualTo(
            "l,s,e\r\n"
                + "\"[\"\"a\"\",null,\"\"b\\\"\"\"\"]\",\"{\"\"x\"\":1,\"\"y\"\":[1.50]}\",[]\r\n");
  }

  @Test
  void csvWritesNumbersAndTimesPlainly() {
    assertThat(
            csv(
                "SELECT 9007199254740993 AS a, 170141183460469231731687303715884105727 AS b,"
                    + " 1e15::double AS c, 0.00001::double AS d, 1.10::decimal(9, 2) AS e,"
                    + " timestamp '2026-11-20 09:00:00' AS f,"
                    + " timestamp '2026-11-20 09:00:00.123456' AS g, date '2026-11-20' AS h,"
                    + " true AS i, 'nan'::double AS j, '\\xAA\\x01'::blob AS k"))
        .isEqualTo(
            "a,b,c,d,e,f,g,h,i,j,k\r\n9007199254740993,170141183460469231731687303715884105727,"
                + "1000000000000000,0.00001,1.10,2026-11-20 09:00:00,2026-11-20 09:00:00.123456,"
                + "2026-11-20,true,NaN,aa01\r\n");
  }

  @Test
  void csvOfNothingIsTheHeader() {
    assertThat(csv("SELECT 1 AS a, 2 AS b WHERE false")).isEqualTo("a,b\r\n");
  }

  @Test
  void jsonKeepsEveryTextAsItIs() throws IOException {
    JsonNode rows = new JsonMapper().readTree(json("SELECT col0 AS a FROM (" + AWKWARD + ")"));

    assertThat(rows)
        .extracting(row -> row.get("a").isNull() ? null : row.get("a").textValue())
        .containsExactly(
            "comma, quote \" end",
            "line\nbreak\r\n",
            "nul \0!",
            "\u05e9\u05dc\u05d5\u05dd \u202etxt",
            "\ud83d\udc69\u200d\ud83d\udcbb \u2028",
            " blanks ",
            "",
            null,
            "=1+1",
            "\ufeff");
  }

  @Test
  void jsonKeepsTypes() {
    assertThat(
            json(
                "SELECT 9007199254740993 AS a, 170141183460469231731687303715884105727 AS b,"
                    + " 0.1::double AS c, 10.10::decimal(9, 2) AS d,"
                    + " timestamp '2026-11-20 09:00:00' AS e,"
                    + " timestamp '2026-11-20 09:00:00.12' AS f, date '2026-11-20' AS g,"
                    + " time '10:00:00' AS h, true AS i, NULL AS j, 'nan'::double AS k,"
                    + " ['a', NULL] AS l, {'x': 1, 'y': [{'z': NULL}]} AS m, MAP {'k': 2} AS n,"
                    + " timestamptz '2026-11-20 09:00:00+02' AS o, [timestamp '2026-11-20'] AS p,"
                    + " 5::utinyint AS q, 1e300::double AS r"))
        .isEqualTo(
            """
            [
            {"a":"9007199254740993","b":"170141183460469231731687303715884105727","c":0.1,"d":10.10,\
            "e":"2026-11-20T09:00:00Z","f":"2026-11-20T09:00:00.12Z","g":"2026-11-20","h":"10:00:00",\
            "i":true,"j":null,"k":"NaN","l":["a",null],"m":{"x":1,"y":[{"z":null}]},"n":{"k":2},\
            "o":"2026-11-20T07:00:00Z","p":["2026-11-20T00:00:00Z"],"q":5,"r":1.0E300}
            ]
            """);
  }

  @Test
  void jsonIsOneArrayWithARowOnEachLine() {
    assertThat(json("SELECT * FROM (VALUES ([1, 2], 'x'), (NULL, 'y')) AS t (a, b)"))
        .isEqualTo("[\n{\"a\":[1,2],\"b\":\"x\"},\n{\"a\":null,\"b\":\"y\"}\n]\n");
  }

  @Test
  void identifiersAreTextsInJsonUnlessNumbersAreWanted() {
    String sql =
        "SELECT 7 AS id, 8 AS author_id, [9, NULL] AS edit_ids, {'id': 10, 'n': 11} AS s,"
            + " 9007199254740992 AS exact, -9007199254740993 AS n";

    assertThat(json(sql))
        .isEqualTo(
            "[\n{\"id\":\"7\",\"author_id\":\"8\",\"edit_ids\":[\"9\",null],\"s\":{\"id\":\"10\",\"n\":11},"
                + "\"exact\":9007199254740992,\"n\":\"-9007199254740993\"}\n]\n");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    database.run(sql, ResultOutput.to(stream, ResultFormat.NDJSON).withNumbers(true));
    assertThat(stream.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":7,\"author_id\":8,\"edit_ids\":[9,null],\"s\":{\"id\":10,\"n\":11},"
                + "\"exact\":9007199254740992,\"n\":-9007199254740993}\n");
  }

  @Test
  void ndjsonIsARowOnEachLineAndNothingElse() {
    assertThat(QueryText.of(database, "SELECT range AS a FROM range(3)", ResultFormat.NDJSON))
        .isEqualTo("{\"a\":0}\n{\"a\":1}\n{\"a\":2}\n");
    assertThat(QueryText.of(database, "SELECT 1 AS a WHERE false", ResultFormat.NDJSON)).isEmpty();
  }

  @Test
  void markdownKeepsARowInALine() {
    assertThat(
            QueryText.of(
                database,
                "SELECT 'a|b' AS \"x|y\", 'c\\\r\nd' AS t, NULL AS u, 5 AS n",
                ResultFormat.MARKDOWN))
        .isEqualTo(
            "| x\\|y | t | u | n |\n| --- | --- | ---: | ---: |\n| a\\|b | c\\\\<br>d |  | 5 |\n");
  }

  @Test
  void excelKeepsIdentifiersAndRunsNoFormula() {
    assertThat(
            QueryText.of(
                database,
                "SELECT 7 AS id, 999999999999999 AS n, 1000000000000000 AS m, '=1+1' AS a, '@b' AS b,"
                    + " -1.5::double AS c, 'é' AS d",
                ResultFormat.EXCEL))
        .isEqualTo(
            "\ufeffid,n,m,a,b,c,d\r\n\"=\"\"7\"\"\",999999999999999,"
                + "\"=\"\"1000000000000000\"\"\",'=1+1,'@b,-1.5,é\r\n");
  }

  @Test
  void parquetKeepsTypes(@TempDir Path files) throws Exception {
    Path file = files.resolve("result.parquet");
    try (OutputStream stream = Files.newOutputStream(file)) {
      database.run(
          "SELECT 9007199254740993 AS id, ['a'] AS l, timestamptz '2026-11-20 09:00:00Z' AS t -- !",
          ResultOutput.to(stream, ResultFormat.PARQUET));
    }
    try (Connection reader = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows =
            reader
                .createStatement()
                .executeQuery("SELECT id, l[1], epoch(t), typeof(t) FROM '%s'".formatted(file))) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(9007199254740993L);
      assertThat(rows.getString(2)).isEqualTo("a");
      assertThat(rows.getDouble(3)).isEqualTo(1795165200.0);
      assertThat(rows.getString(4)).isEqualTo("TIMESTAMP WITH TIME ZONE");
    }
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> QueryText.of(database, "DESCRIBE tweets", ResultFormat.PARQUET))
        .withMessageContaining("parquet holds the rows of a SELECT");
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(
            () ->
                QueryText.of(
                    database,
                    "SELECT 1) TO '%s' (FORMAT csv); --".formatted(files.resolve("stolen.csv")),
                    ResultFormat.PARQUET));
    assertThat(files.resolve("stolen.csv")).doesNotExist();
  }

  @Test
  void tablesOfBothSchemasAreShown() {
    assertThat(csv("SHOW TABLES;"))
        .startsWith("schema,table,columns\r\nbronze,media,")
        .contains("\r\nsilver,media,")
        .contains("\r\nsilver,tweets,");
  }

  @Test
  void jsonOfNothingIsAnEmptyArray() {
    assertThat(json("SELECT 1 AS a WHERE false")).isEqualTo("[]\n");
  }

  @Test
  void jsonTellsColumnsOfOneNameApart() {
    assertThat(json("SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a, 5 AS \"A\""))
        .isEqualTo("[\n{\"a\":1,\"a_3\":2,\"a_2\":3,\"a_4\":4,\"A\":5}\n]\n");
  }

  @Test
  void timesDoNotPassThroughTheZoneOfTheMachine() {
    // In the night of 2026-03-29 the clocks of Berlin have no time between 2 and 3.
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      assertThat(csv("SELECT timestamp '2026-03-29 02:30:00' AS a"))
          .isEqualTo("a\r\n2026-03-29 02:30:00\r\n");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void formatsHaveNames() {
    assertThat(List.of("table", "CSV", "Json"))
        .extracting(ResultFormat::named)
        .containsExactly(ResultFormat.TABLE, ResultFormat.CSV, ResultFormat.JSON);
    assertThat(List.of("a.csv", "a.JSON", "a.jsonl", "b/a.md", "a.parquet", "a.csv/b", "a"))
        .extracting(ResultFormat::ofFile)
        .containsExactly(
            ResultFormat.CSV,
            ResultFormat.JSON,
            ResultFormat.NDJSON,
            ResultFormat.MARKDOWN,
            ResultFormat.PARQUET,
            ResultFormat.TABLE,
            ResultFormat.TABLE);
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> ResultFormat.named("xml"))
        .withMessage(
            "there is no format 'xml': it is table, csv, excel, json, ndjson, markdown or parquet");
  }

  private static String csv(String sql) {
    return QueryText.of(database, sql, ResultFormat.CSV);
  }

  private static String json(String sql) {
    return QueryText.of(database, sql, ResultFormat.JSON);
  }
}
