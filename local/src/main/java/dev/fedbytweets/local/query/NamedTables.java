package dev.fedbytweets.local.query;

import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The tables that a text of SQL may ask for.
final class NamedTables {

  /// What lists tables without naming them.
  private static final Pattern LISTS =
      Pattern.compile(
          "\\A\\s*desc\\b|\\b(show|describe|pragma|information_schema|(duckdb|pg|sqlite)_\\w+|query(_table)?)\\b");

  private NamedTables() {}

  /// All tables whose name is anywhere in the text, be it in a comment; those of other
  /// schemas only if the schema's name is too, since names without a schema are silver's.
  static List<TableDefinition<?>> in(String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    if (areListed(text)) {
      return TableDefinitions.ALL;
    }
    return TableDefinitions.ALL.stream()
        .filter(table -> text.contains(table.name().lowerCase()))
        .filter(table -> table.layer() == Layer.SILVER || text.contains(table.layer().lowerCase()))
        .toList();
  }

  /// Whether a text lists tables without naming them.
  ///
  /// @param sql in lower case
  static boolean areListed(String sql) {
    return LISTS.matcher(sql).find();
  }
}
