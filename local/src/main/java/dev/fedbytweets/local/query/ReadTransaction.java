package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A transaction that can only read, for one statement whose rows are streamed.
///
/// DuckDB's driver (1.5.6) ends a stream without a word when computing the next rows fails. What
/// tells then is the transaction, which a failure breaks: so it is asked at the end of every
/// stream, and if it is broken the statement runs once more, without giving its rows, for the
/// reason.
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

  /// To be called when no row comes any more.
  ///
  /// @throws RejectedException if there should have been more rows
  void requireWhole() {
    try {
      execute("SELECT 1");
    } catch (SQLException broken) {
      throw reason(broken);
    }
  }

  /// Leaves everything as it was.
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

  /// A statement that failed cannot be used again, so each has its own.
  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(command)) {
        readAll(statement);
      }
    }
  }

  /// A stream fails only while it is read.
  private static void readAll(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      boolean isRow = rows.next();
      while (isRow) {
        isRow = rows.next();
      }
    }
  }
}
