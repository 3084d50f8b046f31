package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.query.SqlScanner.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Splits a text into SQL statements that only read.
final class SqlStatements {

  private static final Set<String> READING =
      Set.of(
          "SELECT",
          "WITH",
          "FROM",
          "VALUES",
          "TABLE",
          "PIVOT",
          "UNPIVOT",
          "DESCRIBE",
          "DESC",
          "SHOW",
          "SUMMARIZE");

  /// Some editors write it at the start of a file.
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /// DuckDB's own SHOW TABLES knows one schema.
  private static final String TABLES =
      """
      SELECT schema_name AS schema, view_name AS "table", column_count AS columns
      FROM duckdb_views() WHERE NOT internal ORDER BY ALL""";

  private static final Set<String> WITHOUT_ROWS = Set.of("DESCRIBE", "DESC", "SHOW", "SUMMARIZE");

  private SqlStatements() {}

  /// Splits at the semicolons that are not in quotes or comments, and drops pieces that hold
  /// nothing but blanks and comments.
  ///
  /// @return at least one
  /// @throws RejectedException if there is none, or one that does not begin like a query
  static List<String> in(String text) {
    List<String> statements = split(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    if (statements.isEmpty()) {
      throw new RejectedException(
          "there is no SQL: give a statement such as \"FROM silver.tweets\"");
    }
    statements.forEach(SqlStatements::requireReading);
    return statements.stream().map(SqlStatements::known).toList();
  }

  /// Whether a text ends with a semicolon, but for blanks and comments.
  static boolean isWhole(String text) {
    SqlScanner scanner = new SqlScanner(text);
    boolean isWhole = false;
    for (Piece piece = scanner.next(); piece != Piece.END; piece = scanner.next()) {
      if (piece != Piece.BLANK) {
        isWhole = piece == Piece.SYMBOL && scanner.text().equals(";");
      }
    }
    return isWhole;
  }

  /// Whether a statement gives rows that can be copied into a file.
  static boolean hasRows(String statement) {
    List<String> words = words(statement);
    return !words.getFirst().equals("EXPLAIN") && !WITHOUT_ROWS.contains(words.getFirst());
  }

  private static String known(String statement) {
    List<String> words = words(statement);
    boolean areTables =
        words.equals(List.of("SHOW", "TABLES")) || words.equals(List.of("SHOW", "ALL", "TABLES"));
    return areTables ? TABLES : statement;
  }

  /// The words, quoted texts and symbols of a statement, in upper case; at least one.
  private static List<String> words(String statement) {
    List<String> words = new ArrayList<>();
    SqlScanner scanner = new SqlScanner(statement);
    for (Piece piece = scanner.next(); piece != Piece.END; piece = scanner.next()) {
      if (piece != Piece.BLANK) {
        words.add(scanner.text().toUpperCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static List<String> split(String text) {
    List<String> statements = new ArrayList<>();
    SqlScanner scanner = new SqlScanner(text);
    int start = 0;
    boolean isEmpty = true;
    Piece piece;
    do {
      piece = scanner.next();
      if (piece == Piece.END || piece == Piece.SYMBOL && scanner.text().equals(";")) {
        if (!isEmpty) {
          statements.add(text.substring(start, scanner.start()));
        }
        start = scanner.end();
        isEmpty = true;
      } else if (piece != Piece.BLANK) {
        isEmpty = false;
      }
    } while (piece != Piece.END);
    return statements;
  }

  private static void requireReading(String statement) {
    String word = leadingWord(statement).orElse("");
    if (!READING.contains(word)) {
      throw new RejectedException(
          "%s cannot be used: a query reads the lake and changes nothing, so it is a SELECT, WITH,"
                  .formatted(word.isEmpty() ? "this statement" : word)
              + " DESCRIBE, SHOW, SUMMARIZE or EXPLAIN of one of these");
    }
  }

  /// The first word in upper case; for an EXPLAIN, the first word of the explained statement.
  private static Optional<String> leadingWord(String statement) {
    SqlScanner scanner = new SqlScanner(statement);
    boolean isExplain = false;
    Piece piece = scanner.next();
    while (piece != Piece.END) {
      String word = scanner.text().toUpperCase(Locale.ROOT);
      if (piece == Piece.WORD && word.equals("EXPLAIN")) {
        isExplain = true;
      } else if (piece == Piece.WORD && !(isExplain && isExplainOption(word))) {
        return Optional.of(word);
      } else if (piece == Piece.QUOTED) {
        return Optional.empty();
      }
      piece = scanner.next();
    }
    return Optional.empty();
  }

  private static boolean isExplainOption(String word) {
    return Set.of("ANALYZE", "FORMAT", "JSON", "TEXT", "HTML", "GRAPHVIZ", "YAML", "MERMAID")
        .contains(word);
  }
}
