package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a text is taken apart.
class SqlStatementsTest {

  /// Pieces of SQL, each whole in itself, with semicolons where they do not end a statement.
  private static final List<String> PIECES =
      List.of(
          "a",
          "1",
          " ",
          "\n",
          ",",
          "(",
          ")",
          "$1",
          "a$b",
          "'a;b'",
          "'it''s;'",
          "''",
          "E'a\\';b'",
          "e'\\\\'",
          "\"a;\"\"b\"",
          "$$a;'b$$",
          "$t$a;$$b$t$",
          "-- a;'b\n",
          "/* a;'b */",
          "/* a /* ; */ b; */",
          "é;x".substring(0, 1),
          "\u00a0",
          "*/".substring(0, 1),
          "- ",
          "/ ");

  @Property
  void putsNothingApartThatBelongsTogether(
      @ForAll("bodies") List<String> bodies, @ForAll("blanks") String blank) {
    List<String> statements = bodies.stream().map(body -> "SELECT " + body + " ").toList();
    String text = blank + String.join(";" + blank, statements) + ";" + blank;

    List<String> split = SqlStatements.in(text);

    assertThat(split).hasSameSizeAs(statements);
    assertThat(split).zipSatisfy(statements, (one, other) -> assertThat(one).endsWith(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "(((SELECT 1)))",
        "\ufeff-- with a byte order mark\nSELECT 1",
        "\u00a0SELECT 1",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "FROM silver.tweets",
        "VALUES (1)",
        "TABLE silver.tweets",
        "DESCRIBE silver.tweets",
        "desc silver.tweets",
        "SHOW TABLES",
        "SUMMARIZE silver.tweets",
        "EXPLAIN SELECT 1",
        "EXPLAIN ANALYZE SELECT 1",
        "explain (format json) with x as (select 1) select * from x",
        "PIVOT silver.tweets ON lang USING count(*)"
      })
  void takesWhatReads(String sql) {
    assertThat(SqlStatements.in(sql)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 'a", "SELECT \"a", "SELECT $$a", "SELECT /* a", "SELECT E'a\\"})
  void leavesWhatIsNotClosedToDuckDb(String sql) {
    assertThat(SqlStatements.in(sql)).containsExactly(sql);
  }

  @Provide
  Arbitrary<List<String>> bodies() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMaxSize(12)
        .map(pieces -> pieces.stream().collect(Collectors.joining(" ")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.of("", " ", "\n", ";", " ; ", "-- ;\n", "/* ; */");
  }
}
