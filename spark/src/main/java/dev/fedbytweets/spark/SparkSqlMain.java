package dev.fedbytweets.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/// Spark over local lakes, as a user sets it up: Iceberg's JDBC catalog in the lake's SQLite file,
/// called `lake` as the lake itself calls it.
///
/// Reads a lake's folder, a tab and a statement from each line. Answers with the rows, a JSON
/// object on each line, and then [#DONE], or [#FAILED] with the reason.
public final class SparkSqlMain {

  /// The last line of an answer.
  static final String DONE = "-- done";

  /// The beginning of the last line of an answer that failed.
  static final String FAILED = "-- failed: ";

  private final SparkSession spark;
  private final Map<String, SparkSession> sessions = new HashMap<>();

  private SparkSqlMain(SparkSession spark) {
    this.spark = spark;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader statements =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SparkSession spark = start()) {
      SparkSqlMain lakes = new SparkSqlMain(spark);
      for (String line = statements.readLine(); line != null; line = statements.readLine()) {
        String[] statement = line.split("\t", 2);
        answers.println(lakes.answer(statement[0], statement[1], answers));
      }
    }
  }

  private String answer(String lake, String sql, PrintStream answers) {
    try {
      SparkSession session = sessions.computeIfAbsent(lake, this::session);
      session.sql(sql).toJSON().collectAsList().forEach(answers::println);
      return DONE;
    } catch (Exception e) {
      return FAILED + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
  }

  private static SparkSession start() {
    // Arrow, into which Iceberg reads whole vectors, does not run on this JDK.
    return SparkSession.builder()
        .master("local[1]")
        .appName("a user of the lake")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.iceberg.vectorization.enabled", "false")
        .config(
            "spark.sql.extensions",
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .getOrCreate();
  }

  private SparkSession session(String lake) {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog");
    session.conf().set("spark.sql.catalog.lake.type", "jdbc");
    session.conf().set("spark.sql.catalog.lake.uri", "jdbc:sqlite:" + lake + "/catalog.db");
    session.conf().set("spark.sql.catalog.lake.warehouse", lake);
    session.conf().set("spark.sql.catalog.lake.cache-enabled", "false");
    session.conf().set("spark.sql.defaultCatalog", "lake");
    return session;
  }
}
