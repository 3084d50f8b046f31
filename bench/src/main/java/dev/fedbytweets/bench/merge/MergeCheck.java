package dev.fedbytweets.bench.merge;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.rounds.BenchException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Checks the table after a merge: each key is there once, none is lost, and every key of the run
/// has its newest version.
final class MergeCheck {

  private static final String SQL =
      """
      WITH looks AS (SELECT id::BIGINT AS id,
          coalesce(max(retrieved_at) FILTER (retrieved_at_known), max(retrieved_at)) AS newest FROM %s GROUP BY 1),
        silver AS (SELECT id, retrieved_at FROM %s)
      SELECT (SELECT count(*) FROM silver), (SELECT count(DISTINCT id) FROM silver),
        (SELECT count(*) FROM looks),
        (SELECT count(*) FROM looks JOIN silver ON silver.id = looks.id AND retrieved_at = newest),
        (SELECT count(*) FROM silver WHERE retrieved_at NOT IN (SELECT newest FROM looks))""";

  private MergeCheck() {}

  /// Checks a table.
  ///
  /// @param table its name, for messages
  /// @param stored rows before the merge
  /// @return how many rows are new
  static long require(String table, long stored, TableFiles bronze, TableFiles silver) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(SQL.formatted(bronze.sql(), silver.sql()))) {
      row.next();
      long rows = row.getLong(1);
      long looks = row.getLong(3);
      boolean isRight =
          rows == row.getLong(2)
              && looks == row.getLong(4)
              && rows == looks + row.getLong(5)
              && rows >= stored;
      if (!isRight) {
        throw new BenchException(
            "%s with %,d rows is wrong after the merge: %,d rows, %,d keys; of %,d keys of the run %,d are at their newest look"
                .formatted(table, stored, rows, row.getLong(2), looks, row.getLong(4)));
      }
      return rows - stored;
    } catch (SQLException e) {
      throw new BenchException("%s cannot be checked: %s".formatted(table, e.getMessage()), e);
    }
  }
}
