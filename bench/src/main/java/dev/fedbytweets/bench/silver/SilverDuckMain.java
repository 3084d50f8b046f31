package dev.fedbytweets.bench.silver;

import dev.fedbytweets.core.model.Entity;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Runs DuckDB from a bronze table to its silver table, on one thread.
public final class SilverDuckMain {

  private SilverDuckMain() {}

  /// @param arguments the bronze Parquet file, the table, the file to write
  public static void main(String[] arguments) throws SQLException {
    merge(Path.of(arguments[0]), Entity.valueOf(arguments[1]), Path.of(arguments[2]));
  }

  /// Makes the silver table in one file.
  public static void merge(Path bronze, Entity table, Path silver) throws SQLException {
    String select = SilverDuckSql.select(table, bronze);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("SET threads = 1");
      sql.execute("SET preserve_insertion_order = false");
      sql.execute("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(select, silver));
    }
  }
}
