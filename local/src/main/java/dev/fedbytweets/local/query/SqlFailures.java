package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Reports in one or two lines why DuckDB refused a statement.
final class SqlFailures {

  /// The driver puts this before DuckDB's own message.
  private static final String DRIVER_NOISE =
      "Invalid Input Error: Attempting to execute an unsuccessful or closed pending query result\n"
          + "Error: ";

  /// Put before a statement that runs once more to find why it failed.
  static final String ANALYZE = "EXPLAIN ANALYZE ";

  /// Put before a statement whose result goes to a file.
  static final String COPY = "COPY (";

  private static final String PLACE = "LINE ";
  private static final String INTERRUPTED = "INTERRUPT Error";

  private SqlFailures() {}

  /// The first line of DuckDB's message, and a second: its hint, or else the line of the SQL.
  static RejectedException rejected(SQLException failure) {
    List<String> lines =
        String.valueOf(failure.getMessage())
            .replace(DRIVER_NOISE, "")
            .replace(PLACE + "1: " + ANALYZE, PLACE + "1: ")
            .replace(PLACE + "1: " + COPY, PLACE + "1: ")
            .lines()
            .filter(line -> !line.isBlank() && !line.strip().equals("^"))
            .toList();
    String first = lines.isEmpty() ? "DuckDB gave no reason" : lines.getFirst();
    if (first.startsWith(INTERRUPTED)) {
      return new RejectedException("stopped", failure);
    }
    return new RejectedException(
        second(lines).map(second -> first + "\n" + second).orElse(first), failure);
  }

  /// Whether DuckDB knew a name of a statement not, for example a table's.
  static boolean isUnknownName(RejectedException failure) {
    return failure.getCause() instanceof SQLException sql
        && String.valueOf(sql.getMessage()).contains("Catalog Error");
  }

  private static Optional<String> second(List<String> lines) {
    Optional<String> hint =
        lines.stream().skip(1).filter(line -> !line.startsWith(PLACE)).findFirst();
    return hint.or(() -> lines.stream().filter(line -> line.startsWith(PLACE)).findFirst());
  }
}
