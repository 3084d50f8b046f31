package dev.fedbytweets.bench.compare;

import dev.fedbytweets.bench.rounds.BenchException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks that two tables have the same columns and, in any order, the same rows: counts rows,
/// adds up the hash of every value of each column, and the hash of every row as a whole.
public final class SameRows {

  private static final String ROWS = "(rows)";
  private static final String WHOLE_ROWS = "(whole rows)";

  private final Statement sql;

  private SameRows(Statement sql) {
    this.sql = sql;
  }

  /// Checks two tables.
  ///
  /// @param table its name, for messages
  /// @return the number of rows in each
  /// @throws BenchException naming the table and every column that differs
  public static long require(String table, TableFiles ours, TableFiles peer) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      return new SameRows(sql).compare(table, ours, peer);
    } catch (SQLException e) {
      throw new BenchException("%s cannot be compared: %s".formatted(table, e.getMessage()), e);
    }
  }

  private long compare(String table, TableFiles ours, TableFiles peer) throws SQLException {
    Map<String, String> columns = columns(ours);
    requireEqual(table, "columns", ours, columns, peer, columns(peer));
    Map<String, String> hashes = hashes(ours, columns.keySet());
    requireEqual(table, "rows", ours, hashes, peer, hashes(peer, columns.keySet()));
    return Long.parseLong(hashes.get(ROWS));
  }

  private static void requireEqual(
      String table,
      String what,
      TableFiles ours,
      Map<String, String> found,
      TableFiles peer,
      Map<String, String> expected) {
    List<String> different = new ArrayList<>();
    Map<String, String> all = new LinkedHashMap<>(found);
    all.putAll(expected);
    for (String name : all.keySet()) {
      if (!String.valueOf(found.get(name)).equals(expected.get(name))) {
        different.add("%s (%s, %s)".formatted(name, found.get(name), expected.get(name)));
      }
    }
    if (!different.isEmpty()) {
      throw new BenchException(
          "%s: %s and %s did not write the same %s: %s"
              .formatted(table, ours.writer(), peer.writer(), what, String.join(", ", different)));
    }
  }

  /// The types of the columns by their names.
  private Map<String, String> columns(TableFiles table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (ResultSet rows = sql.executeQuery("DESCRIBE SELECT * FROM " + table.sql())) {
      while (rows.next()) {
        columns.put(rows.getString("column_name"), rows.getString("column_type"));
      }
    }
    return columns;
  }

  private Map<String, String> hashes(TableFiles table, Iterable<String> columns)
      throws SQLException {
    List<String> quoted = new ArrayList<>();
    columns.forEach(column -> quoted.add('"' + column + '"'));
    String sums =
        quoted.stream()
            .map("sum(hash(%s)::HUGEINT)::VARCHAR"::formatted)
            .collect(Collectors.joining(", "));
    Map<String, String> hashes = new LinkedHashMap<>();
    try (ResultSet row =
        sql.executeQuery(
            "SELECT count(*)::VARCHAR, sum(hash(%s)::HUGEINT)::VARCHAR, %s FROM %s"
                .formatted(String.join(", ", quoted), sums, table.sql()))) {
      row.next();
      hashes.put(ROWS, row.getString(1));
      hashes.put(WHOLE_ROWS, row.getString(2));
      int index = 3;
      for (String column : columns) {
        hashes.put(column, row.getString(index++));
      }
    }
    return hashes;
  }
}
