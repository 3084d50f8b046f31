package dev.fedbytweets.local.query;

import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.NestedField;

/// A view of a table.
///
/// @param definition the table
/// @param schema its current columns
/// @param files absolute paths of the Parquet files with its rows
record TableView(TableDefinition<?> definition, Schema schema, List<String> files) {

  TableView {
    files = List.copyOf(files);
  }

  /// The statement that creates the view. Columns are found in the files as Iceberg finds them,
  /// by their identifiers: a file that was written before a column was added has null there.
  String sql() {
    return "CREATE VIEW %s AS %s".formatted(definition, files.isEmpty() ? noRows() : rows());
  }

  private String noRows() {
    return schema.columns().stream()
        .map(
            column ->
                "CAST(NULL AS %s) AS %s"
                    .formatted(DuckType.of(column.type()), SqlLiteral.name(column.name())))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }

  private String rows() {
    String columns =
        schema.columns().stream().map(TableView::column).collect(Collectors.joining(", "));
    String paths = patterns().stream().map(SqlLiteral::of).collect(Collectors.joining(", "));
    return "SELECT * FROM read_parquet([%s], hive_partitioning = false, schema = MAP {%s})"
        .formatted(paths, columns);
  }

  private static String column(NestedField column) {
    return "%d: {name: %s, type: %s, default_value: NULL}"
        .formatted(
            column.fieldId(),
            SqlLiteral.of(column.name()),
            SqlLiteral.of(DuckType.of(column.type())));
  }

  /// The files as patterns, because DuckDB reads every path as a pattern.
  List<String> patterns() {
    return files.stream().map(TableView::asPattern).toList();
  }

  private static String asPattern(String path) {
    return path.replaceAll("[\\[*?]", "[$0]");
  }
}
