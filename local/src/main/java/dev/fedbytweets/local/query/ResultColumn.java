package dev.fedbytweets.local.query;

import java.util.Set;

/// A column of a result.
///
/// @param name as DuckDB calls it; several columns may have the same
/// @param type DuckDB's name of it: `BIGINT`, `DECIMAL(9,2)`, `VARCHAR[]`
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

  boolean isNumber() {
    return NUMBERS.contains(type) || type.startsWith("DECIMAL") && type.endsWith(")");
  }

  /// Whether it is a time without zone.
  boolean isTimestamp() {
    return type.startsWith("TIMESTAMP") && !type.contains("ZONE") && !type.endsWith("]");
  }

  /// Whether its values may be cut to fit a terminal: texts and lists, but no number and no time.
  boolean isText() {
    return type.equals("VARCHAR") || type.endsWith("]") || type.startsWith("STRUCT(");
  }
}
