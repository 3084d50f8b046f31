package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.table.DisplayWidth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables for people.
class TableWriterTest {

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
  void alignsTextsToTheLeftAndNumbersToTheRight() {
    String table =
        table("SELECT * FROM (VALUES ('tea', 7, 1.5), ('coffee', 1234, 10.25)) AS t (a, b, c)");

    assertThat(table)
        .isEqualTo(
            """
            a          b      c
            ──────  ────  ─────
            tea        7   1.50
            coffee  1234  10.25
            (2 rows)
            """);
  }

  @Test
  void tellsNullFromAnEmptyText() {
    assertThat(table("SELECT NULL AS a, '' AS b, 'NULL' AS c"))
        .isEqualTo(
            """
            a  b  c
            ─  ─  ────
            ∅     NULL
            (1 row; ∅ is null)
            """);
  }

  @Test
  void saysThatThereAreNoRows() {
    assertThat(table("SELECT 1 AS a WHERE false")).isEqualTo("a\n─\n(no rows)\n");
  }

  @Test
  void alignsByWhatIsSeenNotByCharacters() {
    String table =
        table(
            "SELECT * FROM (VALUES ('中文', 1), ('👩‍💻', 2), ('e\u0301', 3), ('🇧🇷', 4), ('שלום',"
                + " 5), ('ﾊﾝ', 6), ('한국', 7), ('❤️', 8), ('a\u200bb', 9)) AS t (a, b)");

    assertThat(table)
        .isEqualTo(
            """
            a     b
            ────  ─
            中文  1
            👩‍💻    2
            e\u0301     3
            🇧🇷    4
            שלום  5
            ﾊﾝ    6
            한국  7
            ❤️    8
            a\u200bb    9
            (9 rows)
            """);
  }

  @Test
  void showsWhatMovesTheCursorOrTurnsTheLine() {
    String table =
        table(
            "SELECT 'a' || chr(10) || 'b' || chr(13) || chr(10) || 'c\u2028d' AS x,"
                + " chr(27) || '[31m' || chr(0) || chr(9) || chr(127) AS y,"
                + " '\u202eevil\u2066\u0085' AS z");

    assertThat(table.lines().toList().get(2)).isEqualTo("a↵b↵c↵d  ␛[31m␀␉␡  \\u202eevil\\u2066↵");
  }

  @Test
  void namesOfColumnsCannotBreakTheTableEither() {
    assertThat(table("SELECT 1 AS \"a\nb\"")).startsWith("a↵b\n───\n  1\n");
  }

  @Test
  void stopsAtItsMostRowsAndSaysSo() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();

    database.run(
        "FROM range(1000000000000)", ResultOutput.to(stream, ResultFormat.TABLE).withMostRows(2));

    assertThat(stream.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            range
            ─────
                0
                1
            (the first 2 rows, and there are more; --format csv or json gives everything)
            """);
  }

  @Test
  void saysNothingOfMoreRowsWhenAllFit() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();

    database.run("FROM range(2)", ResultOutput.to(stream, ResultFormat.TABLE).withMostRows(2));

    assertThat(stream.toString(StandardCharsets.UTF_8)).endsWith("(2 rows)\n");
  }

  @Test
  void cutsTextsToFitTheTerminalButNoNumbersAndTimes() {
    String table =
        QueryText.onTerminal(
            database,
            "SELECT 2083157183716917248 AS id, timestamp '2026-11-20 09:00:00' AS at,"
                + " 'short' AS s, repeat('long ', 20) AS l",
            70);

    assertThat(table)
        .isEqualTo(
            """
                             id  at                   s      l
            ───────────────────  ───────────────────  ─────  ─────────────────────
            2083157183716917248  2026-11-20 09:00:00  short  long long long long …
            (1 row)
            """);
  }

  @Test
  void leavesOutColumnsThatDoNotFitAndSaysSo() {
    String table =
        QueryText.onTerminal(
            database, "SELECT 1 AS first_column, 2 AS second_column, 3 AS third_column", 30);

    assertThat(table)
        .isEqualTo(
            """
            first_column  second_column
            ────────────  ─────────────
                       1              2
            (1 row; 2 of 3 columns; --format csv or json gives everything)
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 79, 80, 81, 120, 200})
  void noLineOfTheTableIsWiderThanTheTerminal(int width) {
    String sql =
        "SELECT repeat('中', 30) AS wide, 'x' AS x, repeat('👩‍💻 ', 40) AS emoji, 1 AS n,"
            + " ['a', 'b', repeat('c', 50)] AS list, repeat('שלום ', 20) AS rtl FROM range(3)";

    List<String> lines = QueryText.onTerminal(database, sql, width).lines().toList();

    assertThat(lines.subList(0, lines.size() - 1))
        .hasSize(5)
        .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isBetween(12, width));
  }

  @Test
  void keepsRightToLeftTextFromTurningTheNextColumnOnATerminal() {
    String sql = "SELECT 'שלום' AS a, 12 AS b, 'عربي' AS c, 'x' AS d";

    assertThat(QueryText.onTerminal(database, sql, 80))
        .contains("\u05e9\u05dc\u05d5\u05dd\u200e  12  \u0639\u0631\u0628\u064a\u200e  x\n");
    assertThat(table(sql)).doesNotContain("\u200e");
  }

  @Test
  void showsAPlanAsItIsDrawn() {
    assertThat(table("EXPLAIN SELECT 42 AS a"))
        .startsWith("┌───")
        .contains("\n")
        .doesNotContain("↵");
  }

  @Test
  void showsTheResultOfEachStatement() {
    assertThat(table("-- two;\nSELECT 1 AS a;\nSELECT ';' AS b; ;"))
        .isEqualTo("a\n─\n1\n(1 row)\n\nb\n─\n;\n(1 row)\n");
  }

  private static String table(String sql) {
    return QueryText.of(database, sql, ResultFormat.TABLE);
  }
}
