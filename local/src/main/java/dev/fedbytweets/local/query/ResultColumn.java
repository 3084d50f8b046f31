package dev.fedbytweets.local.query;

import dev.fedbytweets.local.table.TextTable.Alignment;
import java.util.Set;

/// A column of a result.
///
/// @param name in DuckDB; several columns may have the same
/// @param type its name in DuckDB: `BIGINT`, `DECIMAL(9,2)`, `VARCHAR[]`
record ResultColumn(String name, String type) {

  private static final Set<String> NUMBERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "BIGNUM",
          "FLOAT",
          "DOUBLE");

  /// How a table shows the column. Texts, lists and structs may be cut to fit a terminal; numbers
  /// and times never are.
  Alignment alignment() {
    if (isNumber()) {
      return Alignment.RIGHT;
    }
    boolean mayBeCut = type.equals("VARCHAR") || type.endsWith("]") || type.startsWith("STRUCT(");
    return mayBeCut ? Alignment.LEFT : Alignment.LEFT_WHOLE;
  }

  /// Whether a column or a field of this name holds identifiers, which no program should count
  /// with or round: `id`, `author_id`, `edit_history_tweet_ids`.
  static boolean isIdentifier(String name) {
    return name.equals("id") || name.endsWith("_id") || name.endsWith("_ids");
  }

  private boolean isNumber() {
    return NUMBERS.contains(type) || type.startsWith("DECIMAL") && type.endsWith(")");
  }

  /// Whether it is a time without zone.
  boolean isTimestamp() {
    return type.startsWith("TIMESTAMP") && !type.contains("ZONE") && !type.endsWith("]");
  }
}
