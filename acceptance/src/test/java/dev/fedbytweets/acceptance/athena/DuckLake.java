package dev.fedbytweets.acceptance.athena;

import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;

/// DuckDB over the Parquet files of the tables' current snapshots. It does not know Iceberg, so the
/// files alone must hold the rows.
final class DuckLake implements AutoCloseable {

  private final Connection connection;

  private DuckLake(Connection connection) {
    this.connection = connection;
  }

  static DuckLake over(WrittenLake lake, List<TableDefinition<?>> definitions) throws SQLException {
    DuckLake duck = new DuckLake(DriverManager.getConnection("jdbc:duckdb:"));
    duck.execute("SET TimeZone = 'UTC'");
    duck.execute("CREATE SCHEMA bronze");
    duck.execute("CREATE SCHEMA silver");
    duck.execute("CREATE SCHEMA gold");
    for (TableDefinition<?> definition : definitions) {
      duck.execute(
          "CREATE VIEW %s AS SELECT * FROM read_parquet([%s], hive_partitioning = false)"
              .formatted(definition, files(lake, lake.tables().table(definition))));
    }
    return duck;
  }

  /// Facts of others, as `./lake query` names them.
  void addFacts(String name, Path parquet) throws SQLException {
    execute("CREATE SCHEMA IF NOT EXISTS facts");
    execute(
        "CREATE OR REPLACE VIEW facts.%s AS SELECT * FROM read_parquet('%s')"
            .formatted(name, parquet));
  }

  /// The rows of the answer, in their order.
  List<List<Object>> ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Object> row(ResultSet result) throws SQLException {
    List<Object> row = new ArrayList<>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      // A java.sql.Timestamp would pass through the zone of this machine.
      boolean isTime = result.getMetaData().getColumnType(column) == Types.TIMESTAMP;
      row.add(
          Cell.of(
              isTime ? result.getObject(column, LocalDateTime.class) : result.getObject(column)));
    }
    return row;
  }

  private static String files(WrittenLake lake, Table table) {
    return TableContents.files(table).stream()
        .map(task -> lake.account().file(task.file().location()))
        .map(file -> "'" + file + "'")
        .collect(Collectors.joining(", "));
  }
}
