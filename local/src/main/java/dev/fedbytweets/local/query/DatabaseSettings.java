package dev.fedbytweets.local.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is set in DuckDB before anyone's SQL runs.
final class DatabaseSettings {

  /// Leaves room for the JVM and everything else on a laptop; what needs more goes to the disk.
  private static final String MEMORY = "2GB";

  /// Set when the views are there: from now on no setting changes.
  static final List<String> LAST =
      List.of("SET schema = 'silver'", "SET lock_configuration = true");

  private DatabaseSettings() {}

  /// Settings, and the schemas for the views.
  static List<String> before(List<TableView> views, SpillFolder spill) {
    String files =
        views.stream()
            .flatMap(view -> Stream.concat(view.files().stream(), view.patterns().stream()))
            .distinct()
            .map(SqlLiteral::of)
            .collect(Collectors.joining(", ", "[", "]"));
    return Stream.of(
            "SET memory_limit = '%s'".formatted(MEMORY),
            "SET temp_directory = %s".formatted(SqlLiteral.of(spill.path().toString())),
            "SET TimeZone = 'UTC'",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET allow_community_extensions = false",
            "SET allowed_paths = %s".formatted(files),
            "SET enable_external_access = false",
            "CREATE SCHEMA bronze",
            "CREATE SCHEMA silver")
        .toList();
  }
}
