package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file with facts of others, to stand beside what the lake says: CSV with a header, or Parquet.
/// It has a column `day`, one of `subject` and `place_id` or both, and values.
public final class FactFile {

  private static final String DAY = "day";
  private static final List<String> KEYS = List.of("subject", "place_id");

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

  /// Writes the facts as Parquet: the key first, with a date as its day.
  ///
  /// @param target is replaced
  /// @return how many rows there are
  /// @throws RejectedException if the file cannot be read, has other columns, or a key twice
  public long writeTo(Path target) {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      List<String> keys = keys(statement);
      String facts = facts(keys);
      requireEachOnce(statement, facts, keys);
      statement.execute(
          "COPY (%s ORDER BY ALL) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(facts, SqlLiteral.of(target.toString())));
      return number(statement, "SELECT count(*) FROM (%s)".formatted(facts));
    } catch (SQLException e) {
      throw new RejectedException(
          "%s: %s".formatted(file, SqlFailures.rejected(e).getMessage()), e);
    }
  }

  /// The names of the key's columns, as the file writes them.
  private List<String> keys(Statement statement) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + source())) {
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
    return keys;
  }

  private String facts(List<String> keys) {
    List<String> casts = new ArrayList<>();
    for (String key : keys) {
      String name = key.toLowerCase(Locale.ROOT);
      casts.add(
          "CAST(%s AS %s) AS %s"
              .formatted(SqlLiteral.name(key), name.equals(DAY) ? "DATE" : "VARCHAR", name));
    }
    return "SELECT %s, * EXCLUDE (%s) FROM %s"
        .formatted(
            String.join(", ", casts),
            String.join(", ", keys.stream().map(SqlLiteral::name).toList()),
            source());
  }

  private void requireEachOnce(Statement statement, String facts, List<String> keys)
      throws SQLException {
    String key =
        String.join(", ", keys.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
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
  }

  private String source() {
    String path = SqlLiteral.of(pattern(file.toString()));
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
        ? "read_parquet(%s)".formatted(path)
        : "read_csv(%s, header = true)".formatted(path);
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
