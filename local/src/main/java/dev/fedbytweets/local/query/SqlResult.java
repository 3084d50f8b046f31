package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// The result of a statement, read row by row. A failure of DuckDB while it computes rows is thrown
/// as classified by [SqlFailures].
final class SqlResult implements QueryResult {

  private final ResultSet rows;
  private final List<ResultColumn> columns;
  private final ReadTransaction transaction;

  private SqlResult(ResultSet rows, List<ResultColumn> columns, ReadTransaction transaction) {
    this.rows = rows;
    this.columns = columns;
    this.transaction = transaction;
  }

  /// @param rows before its first row; the caller closes it
  /// @param transaction in which the rows are computed
  static SqlResult of(ResultSet rows, ReadTransaction transaction) throws SQLException {
    ResultSetMetaData description = rows.getMetaData();
    List<ResultColumn> columns = new ArrayList<>();
    for (int column = 1; column <= description.getColumnCount(); column++) {
      columns.add(
          new ResultColumn(
              description.getColumnLabel(column), description.getColumnTypeName(column)));
    }
    return new SqlResult(rows, List.copyOf(columns), transaction);
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  /// Moves to the next row.
  ///
  /// @return false if there is none
  /// @throws RejectedException if the query failed before its last row
  @Override
  public boolean next() {
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

  @Override
  public List<Object> row() {
    List<Object> values = new ArrayList<>(columns.size());
    for (int column = 0; column < columns.size(); column++) {
      values.add(value(column));
    }
    return values;
  }

  private Object value(int column) {
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
