package dev.fedbytweets.local.lake;

import dev.fedbytweets.tables.LakeTables;
import java.nio.file.Path;
import java.util.Map;

/// The tables of a local lake: Iceberg's JDBC catalog in a SQLite file.
public final class LocalTables {

  private LocalTables() {}

  /// Opens the catalog, which may be new. Databases are called `bronze` and `silver`.
  public static LakeTables open(LakeDirectory lake) {
    return LakeTables.open(
        Map.of(
            "catalog-impl",
            "org.apache.iceberg.jdbc.JdbcCatalog",
            "io-impl",
            LocalFileIO.class.getName(),
            "warehouse",
            lake.warehouse(),
            "uri",
            address(lake.catalog()),
            "jdbc.schema-version",
            "V1"),
        "");
  }

  /// The SQLite file for Java's database access: as a URI, in which a folder's `?`, `#` and `%` are
  /// escaped, so that nothing of its path is taken for a parameter.
  static String address(Path catalog) {
    String path = catalog.toString().replace("%", "%25").replace("?", "%3f").replace("#", "%23");
    return "jdbc:sqlite:file:" + path + "?busy_timeout=30000";
  }
}
