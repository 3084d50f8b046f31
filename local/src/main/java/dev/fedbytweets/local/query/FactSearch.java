package dev.fedbytweets.local.query;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.forget.OtherFiles;
import dev.fedbytweets.local.lake.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The facts of others that were put into a lake: their values are searched for what is forgotten.
///
/// @param lake whose facts they are
public record FactSearch(Lake lake) implements OtherFiles {

  @Override
  public long search(Forgotten forgotten, List<String> found) {
    Path root = lake.directory().root().toAbsolutePath();
    long files = 0;
    for (String name : lake.store().folders(LakeLayout.FACTS)) {
      Path file = root.resolve(LakeLayout.fact(name));
      if (Files.isRegularFile(file)) {
        files++;
        if (holdsAny(file, forgotten)) {
          found.add(
              "facts.%s (%s): %s or a file without it mends that"
                  .formatted(
                      name, file, lake.directory().command("fact").with(name).with("--remove")));
        }
      }
    }
    return files;
  }

  /// A file that cannot be read may hold it.
  private static boolean holdsAny(Path file, Forgotten forgotten) {
    String rows =
        "FROM read_parquet(%s)".formatted(SqlLiteral.of(FactFile.pattern(file.toString())));
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement described = duckdb.createStatement();
        ResultSet columns = described.executeQuery("DESCRIBE " + rows)) {
      while (columns.next()) {
        String name = columns.getString("column_name");
        boolean isText = columns.getString("column_type").equals("VARCHAR");
        if (forgotten.count(name) > 0
            || holdsAny(duckdb, SqlLiteral.name(name), rows, isText, forgotten)) {
          return true;
        }
      }
      return false;
    } catch (SQLException _) {
      return true;
    }
  }

  /// A short number is an identifier where it is a text, and may be a count where it is none.
  private static boolean holdsAny(
      Connection duckdb, String column, String rows, boolean isText, Forgotten forgotten)
      throws SQLException {
    try (Statement statement = duckdb.createStatement();
        ResultSet values =
            statement.executeQuery(
                "SELECT DISTINCT CAST(%1$s AS VARCHAR) %2$s WHERE %1$s IS NOT NULL"
                    .formatted(column, rows))) {
      while (values.next()) {
        String value = values.getString(1);
        if (forgotten.count(isText ? value : value + " ") > 0) {
          return true;
        }
      }
      return false;
    }
  }
}
