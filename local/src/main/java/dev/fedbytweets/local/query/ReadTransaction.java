package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A transaction that can only read, for one statement whose rows are streamed.
///
/// DuckDB's driver (1.5.6) ends a stream silently when computing the next rows fails. The failure
/// also breaks the transaction, so this class checks the transaction at the end of every stream. If
/// it is broken, the statement runs once more, without its rows, to find the reason.
final class ReadTransaction implements AutoCloseable {

  private final Connection connection;
  private final String sql;

  private ReadTransaction(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  /// @param sql the one statement
  static ReadTransaction begin(Connection connection, String sql) throws SQLException {
    ReadTransaction transaction = new ReadTransaction(connection, sql);
    transaction.execute("BEGIN TRANSACTION READ ONLY");
    return transaction;
  }

  /// Checks the transaction after the last row.
  ///
  /// @throws RejectedException if there should have been more rows
  void requireWhole() {
    try {
      execute("SELECT 1");
    } catch (SQLException broken) {
      throw reason(broken);
    }
  }

  /// Rolls the transaction back.
  @Override
  public void close() throws SQLException {
    execute("ROLLBACK");
  }

  private RejectedException reason(SQLException broken) {
    try {
      execute("ROLLBACK");
      execute("BEGIN TRANSACTION READ ONLY");
      execute(SqlFailures.ANALYZE + sql);
    } catch (SQLException reason) {
      return SqlFailures.rejected(reason);
    }
    return new RejectedException("the query broke off before its end: try it again", broken);
  }

  /// Runs a command in a statement of its own, because a failed statement cannot be used again.
  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(command)) {
        readAll(statement);
      }
    }
  }

  /// Reads all rows, because a stream fails only while it is read.
  private static void readAll(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      boolean isRow = rows.next();
      while (isRow) {
        isRow = rows.next();
      }
    }
  }
}
