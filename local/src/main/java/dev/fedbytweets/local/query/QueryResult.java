package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// The rows that a statement gives, one after another. What DuckDB finds wrong while it computes
/// them is thrown as [SqlFailures] classifies it.
final class QueryResult {

  private final ResultSet rows;
  private final List<ResultColumn> columns;
  private final ReadTransaction transaction;

  private QueryResult(ResultSet rows, List<ResultColumn> columns, ReadTransaction transaction) {
    this.rows = rows;
    this.columns = columns;
    this.transaction = transaction;
  }

  /// @param rows before its first row; the caller closes it
  /// @param transaction in which the rows are computed
  static QueryResult of(ResultSet rows, ReadTransaction transaction) throws SQLException {
    ResultSetMetaData description = rows.getMetaData();
    List<ResultColumn> columns = new ArrayList<>();
    for (int column = 1; column <= description.getColumnCount(); column++) {
      columns.add(
          new ResultColumn(
              description.getColumnLabel(column), description.getColumnTypeName(column)));
    }
    return new QueryResult(rows, List.copyOf(columns), transaction);
  }

  List<ResultColumn> columns() {
    return columns;
  }

  /// Goes on to the next row.
  ///
  /// @return false if there is none
  /// @throws RejectedException if there should be one
  boolean next() {
    try {
      if (rows.next()) {
        return true;
      }
    } catch (SQLException e) {
      transaction.requireWhole();
      throw SqlFailures.rejected(e);
    }
    transaction.requireWhole();
    return false;
  }

  /// A value of the present row in the types that [CellValues] names, or null.
  ///
  /// @param column from 0
  Object value(int column) {
    try {
      // A java.sql.Timestamp would pass through the zone of this machine, where times are missing.
      return columns.get(column).isTimestamp()
          ? rows.getObject(column + 1, LocalDateTime.class)
          : CellValues.plain(rows.getObject(column + 1));
    } catch (SQLException e) {
      throw SqlFailures.rejected(e);
    }
  }
}
