package dev.fedbytweets.local.query;

import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.NestedField;

/// A view of a table.
///
/// @param definition the table
/// @param schema its current columns
/// @param files the Parquet files with its rows
/// @param damage why these are not known, for a person; empty if they are
record TableView(
    TableDefinition<?> definition, Schema schema, List<ViewFile> files, Optional<String> damage) {

  TableView {
    files = List.copyOf(files);
  }

  /// The view of a table whose files are known.
  TableView(TableDefinition<?> definition, Schema schema, List<ViewFile> files) {
    this(definition, schema, files, Optional.empty());
  }

  /// The view of a table whose files are not known, because of damage: reading it fails.
  static TableView broken(TableDefinition<?> definition, String damage) {
    return new TableView(definition, definition.schema(), List.of(), Optional.of(damage));
  }

  /// A file of the table.
  ///
  /// @param path absolute
  /// @param bytes its size as the table knows it
  /// @param deleted the positions of the rows that delete files take out of it
  record ViewFile(String path, long bytes, BitSet deleted) {

    /// The file as a pattern, because DuckDB reads every path as a pattern.
    String pattern() {
      return path.replaceAll("[\\[*?]", "[$0]");
    }
  }

  /// The statement that creates the view. Columns are found in the files as Iceberg finds them,
  /// by their identifiers: a file that was written before a column was added has null there.
  String sql() {
    return damage
        .map(this::sqlThatFails)
        .orElseGet(
            () ->
                "CREATE VIEW %s AS %s".formatted(definition, files.isEmpty() ? noRows() : rows()));
  }

  /// The statement that creates the view in place of one that cannot be created because of a file:
  /// reading it fails, and the failure names the file.
  String sqlOfBroken(ViewFile file) {
    return sqlThatFails(file.path());
  }

  private String sqlThatFails(String message) {
    return "CREATE VIEW %s AS %s FROM range(1) WHERE error(%s || range) IS NULL"
        .formatted(definition, nulls(), SqlLiteral.of(message));
  }

  private String noRows() {
    return nulls() + " WHERE false";
  }

  private String nulls() {
    return schema.columns().stream()
        .map(
            column ->
                "CAST(NULL AS %s) AS %s"
                    .formatted(DuckType.of(column.type()), SqlLiteral.name(column.name())))
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }

  private String rows() {
    List<String> selects = new ArrayList<>();
    List<ViewFile> whole = files.stream().filter(file -> file.deleted().isEmpty()).toList();
    if (!whole.isEmpty()) {
      selects.add("SELECT * FROM " + read(whole, "false"));
    }
    files.stream()
        .filter(file -> !file.deleted().isEmpty())
        .map(this::rowsLeftIn)
        .forEach(selects::add);
    return String.join(" UNION ALL ", selects);
  }

  private String rowsLeftIn(ViewFile file) {
    String deleted =
        file.deleted().stream().mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return "SELECT * EXCLUDE (file_row_number) FROM %s WHERE file_row_number NOT IN (%s)"
        .formatted(read(List.of(file), "true"), deleted);
  }

  private String read(List<ViewFile> some, String rowNumbers) {
    String columns =
        schema.columns().stream().map(TableView::column).collect(Collectors.joining(", "));
    String paths =
        some.stream().map(file -> SqlLiteral.of(file.pattern())).collect(Collectors.joining(", "));
    return "read_parquet([%s], hive_partitioning = false, file_row_number = %s, schema = MAP {%s})"
        .formatted(paths, rowNumbers, columns);
  }

  private static String column(NestedField column) {
    return "%d: {name: %s, type: %s, default_value: NULL}"
        .formatted(
            column.fieldId(),
            SqlLiteral.of(column.name()),
            SqlLiteral.of(DuckType.of(column.type())));
  }
}
