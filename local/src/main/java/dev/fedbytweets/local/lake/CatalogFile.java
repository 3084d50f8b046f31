package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.tables.LakeTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The SQLite file of a lake's catalog, below Iceberg: which metadata file is each table's current
/// one.
///
/// @param path the file, which may be missing
record CatalogFile(Path path) {

  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_NOTADB = 26;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// What SQLite may put beside its file.
  private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

  /// The location of each table's metadata file, by the table's name: `silver.tweets`.
  ///
  /// @return empty if the file is damaged; no entries if it is missing or new
  /// @throws MisconfiguredException if it cannot be read for another reason
  Optional<Map<String, String>> locations() {
    Map<String, String> locations = new TreeMap<>();
    if (!isStarted()) {
      return Optional.of(locations);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!isSound(statement)) {
        return Optional.empty();
      }
      if (!hasTables(statement)) {
        return Optional.of(locations);
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT table_namespace || '.' || table_name, metadata_location FROM iceberg_tables"
                  + " WHERE catalog_name = '%s' AND metadata_location IS NOT NULL"
                      .formatted(LakeTables.CATALOG))) {
        while (rows.next()) {
          locations.put(rows.getString(1), rows.getString(2));
        }
      }
      return Optional.of(locations);
    } catch (SQLException e) {
      if (isDamage(e)) {
        return Optional.empty();
      }
      throw unusable("read", e);
    }
  }

  /// Makes tables' entries name these metadata files, all at once. The file must hold a catalog.
  ///
  /// @param locations by the tables' names; empty for a table that leaves the catalog
  void set(Map<String, Optional<String>> locations) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      for (Map.Entry<String, Optional<String>> table : locations.entrySet()) {
        String[] name = table.getKey().split("\\.", 2);
        execute(
            connection,
            "DELETE FROM iceberg_tables WHERE catalog_name = ? AND table_namespace = ? AND"
                + " table_name = ?",
            LakeTables.CATALOG,
            name[0],
            name[1]);
        if (table.getValue().isPresent()) {
          execute(
              connection,
              "INSERT INTO iceberg_tables (catalog_name, table_namespace, table_name,"
                  + " metadata_location, iceberg_type) VALUES (?, ?, ?, ?, 'TABLE')",
              LakeTables.CATALOG,
              name[0],
              name[1],
              table.getValue().get());
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw unusable("write", e);
    }
  }

  /// Gives the file another name, so that a new one can be made.
  ///
  /// @return its new name
  Path setAside(Instant now) {
    Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + TIME.format(now));
    try {
      for (String companion : COMPANIONS) {
        Path file = path.resolveSibling(path.getFileName() + companion);
        if (Files.exists(file)) {
          Files.move(file, aside.resolveSibling(aside.getFileName() + companion));
        }
      }
      Files.move(path, aside);
      DirectorySync.DISK.force(path.getParent());
    } catch (IOException e) {
      throw new MisconfiguredException(
          "%s is damaged and cannot be renamed: %s".formatted(path, FileFailures.reason(e)), e);
    }
    return aside;
  }

  /// Whether there is a file with anything in it.
  boolean isStarted() {
    try {
      return Files.exists(path) && Files.size(path) > 0;
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot read %s: %s".formatted(path, FileFailures.reason(e)), e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(LocalTables.address(path));
  }

  private static boolean isSound(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      return result.next() && result.getString(1).equals("ok");
    }
  }

  private static boolean hasTables(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'iceberg_tables'")) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        statement.setString(index + 1, values[index]);
      }
      statement.executeUpdate();
    }
  }

  private static boolean isDamage(SQLException failure) {
    int code = failure.getErrorCode() & 0xFF;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  }

  private MisconfiguredException unusable(String what, SQLException failure) {
    return new MisconfiguredException(
        "cannot %s %s: %s".formatted(what, path, failure.getMessage()), failure);
  }
}
