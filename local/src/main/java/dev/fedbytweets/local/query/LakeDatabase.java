package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// A local lake as a database: DuckDB in memory, with the schemas `bronze` and `silver`, each with
/// the views `tweets`, `users`, `places` and `media`, the views of `gold` and `facts`, and the view
/// `ops.forgotten`. The views read
/// the files of the snapshots that were current when the database was opened, so that all queries
/// see one state of each table.
/// The lake is only read. Names without a schema are looked up in `silver`.
///
/// SQL can reach these files only: no other file, no network, no setting. Not safe for use by
/// several threads, but for [#cancel()].
public final class LakeDatabase implements AutoCloseable {

  private final Connection connection;
  private final SpillFolder spill;
  private final DamagedTables failures;

  /// What runs now; null if nothing does.
  private volatile Statement running;

  private LakeDatabase(Connection connection, SpillFolder spill, DamagedTables failures) {
    this.connection = connection;
    this.spill = spill;
    this.failures = failures;
  }

  /// Opens the lake in a folder. Tables that do not exist yet are empty.
  ///
  /// @throws RejectedException if the folder holds no lake
  public static LakeDatabase open(LakeDirectory directory) {
    try (Lake lake = Lake.openExisting(directory)) {
      return of(lake);
    }
  }

  /// Opens the tables of a lake. The caller may close the lake afterwards. Queries of a table whose
  /// metadata is damaged fail; the others do not.
  public static LakeDatabase of(Lake lake) {
    return of(lake, TableDefinitions.ALL, ForgottenView.of(lake, ""), FactViews.of(lake, ""));
  }

  /// Does what [#run] does, and opens only the tables that the SQL names: opening one takes time.
  public static void answer(Lake lake, String sql, ResultOutput output) {
    List<TableDefinition<?>> named = NamedTables.in(sql);
    try (LakeDatabase database =
        of(lake, named, ForgottenView.of(lake, sql), FactViews.of(lake, sql))) {
      database.run(sql, output);
      return;
    } catch (RejectedException e) {
      if (!SqlFailures.isUnknownName(e) || named.equals(TableDefinitions.ALL)) {
        throw e;
      }
    }
    // What is named in another way is found now, or DuckDB says what it is like.
    try (LakeDatabase database = of(lake)) {
      database.run(sql, output);
    }
  }

  /// Runs the statements of a text and writes the result of each, with an empty line between two
  /// tables. Ends quietly when nobody reads the output any more.
  ///
  /// @param sql statements that read: SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN and the
  ///     like, separated by semicolons; only one unless the format is [ResultFormat#TABLE]
  /// @throws RejectedException if the SQL is not of this kind or fails; its message has at most
  ///     two lines. Rows that were computed before may have been written
  /// @throws MisconfiguredException if the output cannot be written
  public void run(String sql, ResultOutput output) {
    List<String> statements = SqlStatements.in(sql);
    if (statements.size() > 1 && output.format() != ResultFormat.TABLE) {
      throw new RejectedException(
          "%s holds one result, but there are %d statements: give one at a time"
              .formatted(output.format().lowerCase(), statements.size()));
    }
    try {
      write(statements, output);
    } catch (IOException e) {
      if (!ResultOutput.isReaderGone(e)) {
        throw new MisconfiguredException("cannot write the result: " + e.getMessage(), e);
      }
    }
  }

  /// Stops what [#run] does in another thread: it fails. Does nothing if nothing runs.
  public void cancel() {
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw new IllegalStateException("DuckDB cannot stop", e);
      }
    }
  }

  /// Whether a text ends with the semicolon of a statement, with nothing but blanks and comments
  /// behind it.
  public static boolean isWhole(String sql) {
    return SqlStatements.isWhole(sql);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB cannot be closed", e);
    } finally {
      spill.close();
    }
  }

  private static LakeDatabase of(
      Lake lake, List<TableDefinition<?>> tables, ForgottenView forgotten, FactViews facts) {
    List<TableView> views = LakeViews.of(lake, tables);
    SpillFolder spill = SpillFolder.create();
    try {
      Connection connection = connect(views, forgotten, facts, spill);
      List<FactViews.Fact> leftOut =
          facts.facts().stream().filter(fact -> !isCreated(fact, connection)).toList();
      return new LakeDatabase(
          connection, spill, new DamagedTables(lake.directory(), views, leftOut));
    } catch (SQLException e) {
      spill.close();
      throw new DamagedTables(lake.directory(), views, List.of()).rejected(e);
    }
  }

  private void write(List<String> statements, ResultOutput output) throws IOException {
    Writer target = output.writer();
    for (int index = 0; index < statements.size(); index++) {
      if (index > 0) {
        target.write('\n');
      }
      try {
        writeOne(statements.get(index), output, target);
      } catch (SQLException e) {
        throw failures.rejected(e);
      } catch (RejectedException e) {
        throw e.getCause() instanceof SQLException sql ? failures.rejected(sql) : e;
      }
      target.flush();
    }
  }

  private void writeOne(String sql, ResultOutput output, Writer target)
      throws SQLException, IOException {
    Optional<ResultWriter> writer = output.resultWriter();
    if (writer.isEmpty()) {
      copy(sql, output.stream());
      return;
    }
    try (ReadTransaction transaction = ReadTransaction.begin(connection, sql);
        Statement statement = connection.createStatement()) {
      running = statement;
      try (ResultSet rows = statement.executeQuery(sql)) {
        writer.get().write(SqlResult.of(rows, transaction), target);
      } finally {
        running = null;
      }
    }
  }

  /// Writes a result as Parquet, by way of a temporary file.
  private void copy(String sql, OutputStream target) throws SQLException, IOException {
    if (!SqlStatements.hasRows(sql)) {
      throw new RejectedException(
          "parquet holds the rows of a SELECT: give one, or another format");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "%s%s\n) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(SqlFailures.COPY, sql, SqlLiteral.of(spill.result().toString())));
    }
    Files.copy(spill.result(), target);
    target.flush();
    Files.delete(spill.result());
  }

  private static Connection connect(
      List<TableView> views, ForgottenView forgotten, FactViews facts, SpillFolder spill)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    try {
      List<String> paths =
          Stream.of(forgotten.files().stream(), forgotten.patterns().stream(), facts.paths())
              .flatMap(all -> all)
              .toList();
      for (String setting : DatabaseSettings.before(views, paths, spill)) {
        execute(setting, connection);
      }
      for (TableView view : views) {
        create(view, connection);
      }
      execute(forgotten.sql(), connection);
      for (String setting : DatabaseSettings.LAST) {
        execute(setting, connection);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// A table with a missing file does not keep the others from being read.
  private static void create(TableView view, Connection connection) throws SQLException {
    try {
      execute(view.sql(), connection);
    } catch (SQLException e) {
      Optional<TableView.ViewFile> file = DamagedTables.named(view, e);
      if (file.isEmpty()) {
        throw e;
      }
      execute(view.sqlOfBroken(file.get()), connection);
    }
  }

  /// Facts in a damaged file are left out, and keep nobody from reading others.
  private static boolean isCreated(FactViews.Fact fact, Connection connection) {
    try {
      execute(fact.sql(), connection);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /// A statement that failed cannot be used again, so each has its own.
  private static void execute(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
