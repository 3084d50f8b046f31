package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.rounds.PeakMemory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// DuckDB: the same pages to three Parquet files, on one thread.
public final class DuckMain {

  /// How DuckDB goes about it.
  enum Way {
    /// Parses once into a temporary table and copies three times.
    TABLE,
    /// Parses three times, each time only what it needs, and keeps nothing.
    STREAM
  }

  private final Statement sql;
  private final Path output;

  private DuckMain(Statement sql, Path output) {
    this.sql = sql;
    this.output = output;
  }

  /// @param arguments the glob of the pages, the folder to write to, the way
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("SET threads = 1");
      sql.execute("SET preserve_insertion_order = false");
      new DuckMain(sql, Path.of(arguments[1])).run(arguments[0], Way.valueOf(arguments[2]));
    }
    PeakMemory.print();
  }

  private void run(String glob, Way way) throws SQLException {
    switch (way) {
      case TABLE -> {
        sql.execute("CREATE TEMPORARY TABLE pages AS " + DuckSql.pages(glob, DuckSql.allColumns()));
        copy("tweets", DuckSql.tweets("pages"));
        copy("users", DuckSql.users("pages"));
        copy("places", DuckSql.places("pages"));
      }
      case STREAM -> {
        copy("tweets", DuckSql.tweets(pages(glob, DuckSql.dataColumn())));
        copy("users", DuckSql.users(pages(glob, DuckSql.usersColumn())));
        copy("places", DuckSql.places(pages(glob, DuckSql.placesColumn())));
      }
    }
  }

  private static String pages(String glob, String columns) {
    return "(" + DuckSql.pages(glob, columns) + ")";
  }

  private void copy(String table, String select) throws SQLException {
    sql.execute(
        "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
            .formatted(select, output.resolve(table + ".parquet")));
  }
}
