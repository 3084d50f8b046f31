package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.rounds.ProcessUsage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Runs DuckDB over the same pages, on one thread, into three Parquet files.
public final class BronzeDuckMain {

  /// The two ways of DuckDB.
  public enum Way {
    /// Parses once into a temporary table, and copies it three times.
    TABLE("DuckDB, one table"),
    /// Parses three times, each time only the columns it needs, without a temporary table.
    STREAM("DuckDB, three streams");

    private final String title;

    Way(String title) {
      this.title = title;
    }

    /// Its name in reports.
    String title() {
      return title;
    }
  }

  private final Statement sql;
  private final Path output;

  private BronzeDuckMain(Statement sql, Path output) {
    this.sql = sql;
    this.output = output;
  }

  /// @param arguments the glob of the pages, the folder to write to, the way
  public static void main(String[] arguments) throws SQLException {
    load(arguments[0], Path.of(arguments[1]), Way.valueOf(arguments[2]));
    ProcessUsage.print();
  }

  static void load(String glob, Path output, Way way) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("SET threads = 1");
      sql.execute("SET preserve_insertion_order = false");
      new BronzeDuckMain(sql, output).run(glob, way);
    }
  }

  private void run(String glob, Way way) throws SQLException {
    switch (way) {
      case TABLE -> {
        sql.execute(
            "CREATE TEMPORARY TABLE pages AS "
                + BronzeDuckSql.pages(glob, BronzeDuckSql.allColumns()));
        copy("tweets", BronzeDuckSql.tweets("pages"));
        copy("users", BronzeDuckSql.users("pages"));
        copy("places", BronzeDuckSql.places("pages"));
      }
      case STREAM -> {
        copy("tweets", BronzeDuckSql.tweets(pages(glob, BronzeDuckSql.dataColumn())));
        copy("users", BronzeDuckSql.users(pages(glob, BronzeDuckSql.usersColumn())));
        copy("places", BronzeDuckSql.places(pages(glob, BronzeDuckSql.placesColumn())));
      }
    }
  }

  private static String pages(String glob, String columns) {
    return "(" + BronzeDuckSql.pages(glob, columns) + ")";
  }

  private void copy(String table, String select) throws SQLException {
    sql.execute(
        "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
            .formatted(select, output.resolve(table + ".parquet")));
  }
}
