package dev.fedbytweets.bench.bronze;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

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
  private final UnaryOperator<String> pages;
  private final Path output;

  /// @param pages the SQL that reads pages with some columns
  private BronzeDuckMain(Statement sql, UnaryOperator<String> pages, Path output) {
    this.sql = sql;
    this.pages = pages;
    this.output = output;
  }

  /// @param arguments the glob of the pages, the folder to write to, the way
  public static void main(String[] arguments) throws SQLException {
    load(arguments[0], Path.of(arguments[1]), Way.valueOf(arguments[2]));
  }

  static void load(String glob, Path output, Way way) throws SQLException {
    load(columns -> BronzeDuckSql.pages(glob, columns), output, way);
  }

  /// The same of recorded pages, in the way that takes less of their time.
  public static void loadRecorded(String glob, Path output) throws SQLException {
    load(columns -> BronzeDuckSql.recordedPages(glob, columns), output, Way.STREAM);
  }

  private static void load(UnaryOperator<String> pages, Path output, Way way) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("SET threads = 1");
      sql.execute("SET preserve_insertion_order = false");
      new BronzeDuckMain(sql, pages, output).run(way);
    }
  }

  private void run(Way way) throws SQLException {
    switch (way) {
      case TABLE -> {
        sql.execute("CREATE TEMPORARY TABLE pages AS " + pages.apply(BronzeDuckSql.allColumns()));
        copy("tweets", BronzeDuckSql.tweets("pages"));
        copy("users", BronzeDuckSql.users("pages"));
        copy("places", BronzeDuckSql.places("pages"));
      }
      case STREAM -> {
        copy("tweets", BronzeDuckSql.tweets(pages(BronzeDuckSql.dataColumn())));
        copy("users", BronzeDuckSql.users(pages(BronzeDuckSql.usersColumn())));
        copy("places", BronzeDuckSql.places(pages(BronzeDuckSql.placesColumn())));
      }
    }
  }

  private String pages(String columns) {
    return "(" + pages.apply(columns) + ")";
  }

  private void copy(String table, String select) throws SQLException {
    sql.execute(
        "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
            .formatted(select, output.resolve(table + ".parquet")));
  }
}
