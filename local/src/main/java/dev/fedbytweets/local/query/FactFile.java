package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file with facts of others, to stand beside what the lake says: CSV with a header, or Parquet.
/// It has a column `day`, one of `subject` and `place_id` or both, and values.
public final class FactFile {

  private static final String DAY = "day";
  private static final List<String> KEYS = List.of("subject", "place_id");

  private static final String ISO_DAY = "\\d{4}-\\d\\d-\\d\\d([T ].+)?";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final Path file;

  /// @param file read by its ending: `.parquet`, or else CSV
  public FactFile(Path file) {
    this.file = file;
  }

  /// Whether a table of facts can be called so: 1 to 63 lower case letters, digits and '_', and a
  /// letter first.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// A path as a pattern, because DuckDB reads every path as a pattern.
  static String pattern(String path) {
    return path.replaceAll("[\\[*?]", "[$0]");
  }

  /// What was written.
  ///
  /// @param rows how many rows there are
  /// @param days the first day and the last; empty without rows
  /// @param values the other columns, each with DuckDB's type: `cups BIGINT`
  public record Written(long rows, Optional<Days> days, List<String> values) {

    public Written {
      values = List.copyOf(values);
    }
  }

  /// A first day and a last.
  public record Days(LocalDate first, LocalDate last) {}

  /// Writes the facts as Parquet: the key first, with a date as its day.
  ///
  /// @param target is replaced
  /// @throws RejectedException if the file cannot be read, has other columns, or a key twice
  public Written writeTo(Path target) {
    if (isCsv()) {
      CsvText.requireReadable(file);
    }
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      List<String> keys = keys(statement);
      requireDays(statement, keys);
      String facts = facts(keys);
      requireEachOnce(statement, facts, keys);
      statement.execute(
          "COPY (%s ORDER BY ALL) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(facts, SqlLiteral.of(target.toString())));
      return written(statement, facts, keys.size());
    } catch (SQLException e) {
      throw new RejectedException(
          "%s: %s".formatted(file, SqlFailures.rejected(e).getMessage()), e);
    }
  }

  /// The names of the key's columns, as the file writes them.
  private List<String> keys(Statement statement) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet described =
        statement.executeQuery("DESCRIBE SELECT * FROM " + source(List.of()))) {
      while (described.next()) {
        columns.add(described.getString("column_name"));
      }
    }
    List<String> keys = new ArrayList<>();
    keys.add(
        named(columns, DAY)
            .orElseThrow(() -> wrong("has no column 'day', only %s", String.join(", ", columns))));
    KEYS.forEach(key -> named(columns, key).ifPresent(keys::add));
    if (keys.size() == 1) {
      throw wrong(
          "has neither a column 'subject' nor 'place_id', only %s", String.join(", ", columns));
    }
    if (keys.size() == columns.size()) {
      throw wrong("has no values: there is nothing beside %s", String.join(", ", columns));
    }
    if (isCsv()) {
      requireNoneTwice(statement, keys);
    }
    return keys;
  }

  /// DuckDB gives a second column of a name another one.
  private void requireNoneTwice(Statement statement, List<String> keys) throws SQLException {
    List<String> header = new ArrayList<>();
    String first =
        "SELECT * FROM read_csv(%s, header = false, all_varchar = true) LIMIT 1"
            .formatted(SqlLiteral.of(pattern(file.toString())));
    try (ResultSet row = statement.executeQuery(first)) {
      row.next();
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        header.add(String.valueOf(row.getString(column)).strip());
      }
    }
    for (String key : keys) {
      if (header.stream().filter(key::equalsIgnoreCase).count() > 1) {
        throw wrong("has the column '%s' twice", key.toLowerCase(Locale.ROOT));
      }
    }
  }

  private void requireDays(Statement statement, List<String> keys) throws SQLException {
    String text = dayText(keys.getFirst());
    String others =
        "SELECT %1$s FROM %2$s WHERE %1$s IS NOT NULL AND (%3$s IS NULL OR NOT regexp_full_match(%1$s, %4$s)) LIMIT 1"
            .formatted(text, source(keys), day(text), SqlLiteral.of(ISO_DAY));
    try (ResultSet rows = statement.executeQuery(others)) {
      if (rows.next()) {
        throw wrong("has the day '%s': days are written as 2026-11-20", rows.getString(1));
      }
    }
  }

  private static String dayText(String column) {
    return "trim(CAST(%s AS VARCHAR))".formatted(SqlLiteral.name(column));
  }

  /// The day of a text; that of a time is its day in UTC.
  private static String day(String text) {
    return "CASE WHEN length(%1$s) = 10 THEN TRY_CAST(%1$s AS DATE) ELSE CAST(TRY_CAST(%1$s AS TIMESTAMPTZ) AS DATE) END"
        .formatted(text);
  }

  private String facts(List<String> keys) {
    List<String> casts = new ArrayList<>();
    casts.add("%s AS %s".formatted(day(dayText(keys.getFirst())), DAY));
    for (String key : keys.subList(1, keys.size())) {
      casts.add(
          "CAST(%s AS VARCHAR) AS %s"
              .formatted(SqlLiteral.name(key), key.toLowerCase(Locale.ROOT)));
    }
    return "SELECT %s, * EXCLUDE (%s) FROM %s"
        .formatted(
            String.join(", ", casts),
            String.join(", ", keys.stream().map(SqlLiteral::name).toList()),
            source(keys));
  }

  private void requireEachOnce(Statement statement, String facts, List<String> keys)
      throws SQLException {
    List<String> names = keys.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    String key = String.join(", ", names);
    String twice =
        "SELECT concat_ws(', ', %1$s) FROM (%2$s) GROUP BY %1$s HAVING count(*) > 1 ORDER BY 1 LIMIT 1"
            .formatted(key, facts);
    try (ResultSet rows = statement.executeQuery(twice)) {
      if (rows.next()) {
        throw wrong("has more than one row for %s", rows.getString(1));
      }
    }
    if (number(statement, "SELECT count(*) FROM (%s) WHERE day IS NULL".formatted(facts)) > 0) {
      throw wrong("has rows without a %s", DAY);
    }
    List<String> others = names.subList(1, names.size());
    String noOther =
        "SELECT count(*) FROM (%s) WHERE concat(%s) = ''"
            .formatted(facts, String.join(", ", others));
    if (number(statement, noOther) > 0) {
      throw wrong("has rows without a %s", String.join(" or ", others));
    }
  }

  private static Written written(Statement statement, String facts, int keys) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet columns = statement.executeQuery("DESCRIBE " + facts)) {
      while (columns.next()) {
        values.add(
            "%s %s".formatted(columns.getString("column_name"), columns.getString("column_type")));
      }
    }
    try (ResultSet row =
        statement.executeQuery("SELECT count(*), min(day), max(day) FROM (%s)".formatted(facts))) {
      row.next();
      long rows = row.getLong(1);
      Optional<Days> days =
          rows == 0
              ? Optional.empty()
              : Optional.of(
                  new Days(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
      return new Written(rows, days, values.subList(keys, values.size()));
    }
  }

  private boolean isCsv() {
    return !file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  /// @param texts columns of CSV that are read as they are written
  private String source(List<String> texts) {
    String path = SqlLiteral.of(pattern(file.toString()));
    if (!isCsv()) {
      return "read_parquet(%s)".formatted(path);
    }
    if (texts.isEmpty()) {
      return "read_csv(%s, header = true)".formatted(path);
    }
    return "read_csv(%s, header = true, types = {%s})"
        .formatted(
            path,
            texts.stream()
                .map(text -> SqlLiteral.of(text) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ")));
  }

  private RejectedException wrong(String problem, String detail) {
    return new RejectedException("%s %s".formatted(file, problem.formatted(detail)));
  }

  private static Optional<String> named(List<String> columns, String name) {
    return columns.stream().filter(column -> column.equalsIgnoreCase(name)).findFirst();
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
