package dev.fedbytweets.local.query;

import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.lake.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The view `ops.forgotten`: a row for each request to forget that was worked on, read from its
/// report.
///
/// @param files the reports, absolute paths
record ForgottenView(List<String> files) {

  private static final String NAME = "forgotten";

  private static final String TABLE =
      "STRUCT(removed_rows BIGINT, changed_rows BIGINT, rewritten_files BIGINT,"
          + " expired_snapshots BIGINT, removed_files BIGINT)";

  /// The columns and their types, in order: the fields of a report.
  private static final List<Map.Entry<String, String>> COLUMNS =
      List.of(
          Map.entry("batch", "VARCHAR"),
          Map.entry("reason", "VARCHAR"),
          Map.entry("requested", "MAP(VARCHAR, BIGINT)"),
          Map.entry("requested_at", "TIMESTAMP"),
          Map.entry("finished_at", "TIMESTAMP"),
          Map.entry("tables", "MAP(VARCHAR, " + TABLE + ")"),
          Map.entry("objects", "STRUCT(key VARCHAR, before VARCHAR, after VARCHAR)[]"),
          Map.entry(
              "search", "STRUCT(objects BIGINT, files BIGINT, count BIGINT, found VARCHAR[])"),
          Map.entry("versions", "BIGINT"));

  ForgottenView {
    files = List.copyOf(files);
  }

  /// The view for a text of SQL: without files if the text does not name it.
  ///
  /// @param sql empty for all that may be asked
  static ForgottenView of(Lake lake, String sql) {
    if (!sql.isEmpty() && !sql.toLowerCase(Locale.ROOT).contains(NAME)) {
      return new ForgottenView(List.of());
    }
    Path root = lake.directory().root().toAbsolutePath();
    try (Stream<String> keys = lake.store().list(LakeLayout.FORGOTTEN_REPORTS, "")) {
      return new ForgottenView(keys.map(key -> root.resolve(key).toString()).toList());
    }
  }

  /// The statement that creates the view.
  String sql() {
    return "CREATE VIEW ops.%s AS %s".formatted(NAME, files.isEmpty() ? noRows() : rows());
  }

  /// The paths as DuckDB asks for them, which reads every path as a pattern.
  List<String> patterns() {
    return files.stream().map(path -> path.replaceAll("[\\[*?]", "[$0]")).toList();
  }

  private String rows() {
    return "SELECT * FROM read_json(%s, format = 'newline_delimited', columns = {%s})"
        .formatted(
            patterns().stream().map(SqlLiteral::of).collect(Collectors.joining(", ", "[", "]")),
            COLUMNS.stream()
                .map(column -> column.getKey() + ": " + SqlLiteral.of(column.getValue()))
                .collect(Collectors.joining(", ")));
  }

  private static String noRows() {
    return COLUMNS.stream()
        .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey()))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }
}
