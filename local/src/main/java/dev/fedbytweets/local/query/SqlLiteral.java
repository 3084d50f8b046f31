package dev.fedbytweets.local.query;

/// Writes texts and names into SQL.
final class SqlLiteral {

  private SqlLiteral() {}

  /// A text: `'it''s'`.
  static String of(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// A name, whatever it is: `"order"`.
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
