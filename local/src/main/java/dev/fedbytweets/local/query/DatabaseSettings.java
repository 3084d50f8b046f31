package dev.fedbytweets.local.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings of DuckDB, made before a user's SQL runs.
final class DatabaseSettings {

  /// Leaves memory for the JVM and other programs of a laptop; larger queries spill to disk.
  private static final String MEMORY = "2GB";

  /// Statements to run when the views exist; afterwards no setting can change.
  static final List<String> LAST =
      List.of("SET schema = 'silver'", "SET lock_configuration = true");

  private DatabaseSettings() {}

  /// Statements that make the settings and the schemas of the views.
  ///
  /// @param others what else may be read
  static List<String> before(List<TableView> views, List<String> others, SpillFolder spill) {
    Stream<String> ofViews =
        views.stream()
            .flatMap(view -> view.files().stream())
            .flatMap(file -> Stream.of(file.path(), file.pattern()));
    String files =
        Stream.of(Stream.of(spill.result().toString()), ofViews, others.stream())
            .flatMap(paths -> paths)
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
            "CREATE SCHEMA silver",
            "CREATE SCHEMA gold",
            "CREATE SCHEMA facts",
            "CREATE SCHEMA ops")
        .toList();
  }
}
