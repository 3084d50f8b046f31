package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Recognises a lake whose folder was moved. Iceberg's metadata names files by their whole path, so
/// its tables cannot be read in another folder.
final class MovedLakeCheck {

  private MovedLakeCheck() {}

  /// Does nothing if the lake has no tables yet.
  ///
  /// @throws RejectedException if the tables were made in another folder
  /// @throws MisconfiguredException if the catalog cannot be read
  static void requireNotMoved(LakeDirectory lake) {
    if (!Files.exists(lake.catalog())) {
      return;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + lake.catalog());
        Statement statement = connection.createStatement()) {
      if (!hasTables(statement)) {
        return;
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT metadata_location FROM iceberg_tables LIMIT 1")) {
        if (rows.next() && !LocalFileIO.path(rows.getString(1)).startsWith(lake.root())) {
          throw new RejectedException(
              "the tables in %s were made in another folder: './lake rebuild --dir %s' makes them anew here"
                  .formatted(lake.root(), lake.root()));
        }
      }
    } catch (SQLException e) {
      throw new MisconfiguredException(
          "cannot read %s: %s".formatted(lake.catalog(), e.getMessage()), e);
    }
  }

  private static boolean hasTables(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'iceberg_tables'")) {
      return rows.next();
    }
  }
}
