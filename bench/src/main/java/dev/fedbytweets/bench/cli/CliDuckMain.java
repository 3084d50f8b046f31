package dev.fedbytweets.bench.cli;

import dev.fedbytweets.bench.rounds.Cpus;
import dev.fedbytweets.bench.rounds.JavaProgram;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.StringJoiner;

/// Asks DuckDB one question and prints the answer as CSV: no more than any program has to do.
final class CliDuckMain {

  private static final String DRIVER = "org.duckdb.DuckDBDriver";
  private static final int HEAP_MEGABYTES = 64;

  private CliDuckMain() {}

  /// The program that asks with this SQL. Its class path begins with the driver.
  static JavaProgram program(String sql) {
    try {
      URI driver =
          Class.forName(DRIVER).getProtectionDomain().getCodeSource().getLocation().toURI();
      String path = Path.of(driver) + File.pathSeparator + System.getProperty("java.class.path");
      return JavaProgram.of("DuckDB", CliDuckMain.class, HEAP_MEGABYTES, sql)
          .with("-cp", path)
          .on(Cpus.ALL);
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("DuckDB's driver is not on the class path", e);
    }
  }

  /// @param arguments the SQL
  public static void main(String... arguments) throws ReflectiveOperationException, SQLException {
    // Java's driver manager would look for drivers in every jar.
    Driver driver =
        Class.forName(DRIVER).asSubclass(Driver.class).getDeclaredConstructor().newInstance();
    try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(arguments[0])) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringJoiner line = new StringJoiner(",");
        for (int column = 1; column <= columns; column++) {
          line.add(rows.getString(column));
        }
        System.out.println(line);
      }
    }
  }
}
