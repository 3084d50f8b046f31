package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.importing.ImportProgress;
import dev.fedbytweets.local.importing.Importer;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.Waiter;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recorded responses of X, from files to silver, judged by DuckDB and by the rows that the first
/// Fed By Tweets made of them.
class RecordedLakeTest {

  private static final Path DATA = Path.of("../../shared/data");
  @TempDir private Path folder;

  @BeforeEach
  void needsTheRecordings() {
    assumeTrue(
        Files.isDirectory(DATA), "skipped: the recorded responses are not here, see " + DATA);
  }

  @Test
  void bronzeIsWhatTheFirstVersionMadeAndSilverHasARowForEachKey() throws Exception {
    try (Lake lake = Lake.open(new LakeDirectory(folder))) {
      importRecordings(lake, "import-1");
      Map<String, Long> before = snapshots(lake);

      String results = "count(*) FILTER (found_as = 'result')";
      assertThat(count(lake, BronzeDefinitions.TWEETS, results)).isEqualTo(1100);
      assertThat(count(lake, SilverDefinitions.TWEETS, results)).isEqualTo(1100);
      assertThat(rows(lake, BronzeDefinitions.TWEETS)).isEqualTo(1432);
      assertThat(rows(lake, SilverDefinitions.TWEETS))
          .isEqualTo(count(lake, BronzeDefinitions.TWEETS, "count(DISTINCT (id, subject))"));
      String retweets = "count(*) FILTER (text LIKE 'RT @%' AND length(full_text) > length(text))";
      assertThat(count(lake, SilverDefinitions.TWEETS, retweets)).isGreaterThan(150);
      assertThat(count(lake, SilverDefinitions.USERS, "count(*) - count(DISTINCT id)")).isZero();
      assertThat(
              differences(
                  lake, BronzeDefinitions.TWEETS, "id, created_at, author_id, text, place_id"))
          .isZero();
      assertThat(
              differences(
                  lake,
                  BronzeDefinitions.USERS,
                  "id, username, name, location, followers_count, following_count, listed_count,"
                      + " tweet_count, verified"))
          .isZero();
      assertThat(differences(lake, BronzeDefinitions.PLACES, "id, full_name, country, place_type"))
          .isZero();

      importRecordings(lake, "import-2");
      assertThat(snapshots(lake)).isEqualTo(before);
    }
  }

  private static void importRecordings(Lake lake, String run) throws InterruptedException {
    new Importer(lake.store(), InstantSource.system())
        .importAll(
            new SubjectName("demo"),
            List.of(DATA.resolve("pages-2022-06.json"), DATA.resolve("pages-2023-04.jsonl")),
            ImportProgress.NONE);
    InstantSource clock = InstantSource.system();
    Ingest ingest =
        new Ingest(
            lake.store(),
            lake.tables(),
            Optional.empty(),
            clock,
            Waiter.real(clock),
            ExecutionListener.NONE);
    assertThat(ingest.run(RunNames.next(run, clock.instant()), List.of()))
        .isInstanceOf(ExecutionResult.Succeeded.class);
  }

  private static Map<String, Long> snapshots(Lake lake) {
    Map<String, Long> snapshots = new TreeMap<>();
    for (TableDefinition<?> table : TableDefinitions.INGESTED) {
      snapshots.put(table.toString(), lake.tables().table(table).currentSnapshot().snapshotId());
    }
    return snapshots;
  }

  private static long rows(Lake lake, TableDefinition<?> table) throws SQLException {
    return count(lake, table, "count(*)");
  }

  private static long count(Lake lake, TableDefinition<?> table, String what) throws SQLException {
    return number("SELECT %s FROM %s".formatted(what, files(lake, table)));
  }

  /// Rows of 2022 that only one side has, each counted as often as it is there.
  private static long differences(Lake lake, TableDefinition<?> table, String columns)
      throws SQLException {
    String texts = columns.replaceAll("(\\w+)", "lower(CAST($1 AS VARCHAR)) AS $1");
    String ours =
        "SELECT %s FROM %s WHERE file_name LIKE '%%/date=2022-%%'"
            .formatted(texts, files(lake, table));
    String theirs =
        "SELECT %s FROM read_csv('%s', header = true, all_varchar = true, nullstr = '')"
            .formatted(texts, DATA.resolve("pages-2022-06." + table.name().lowerCase() + ".csv"));
    return number(
        "SELECT (SELECT count(*) FROM (%s EXCEPT ALL %s)) + (SELECT count(*) FROM (%s EXCEPT ALL %s))"
            .formatted(ours, theirs, theirs, ours));
  }

  private static String files(Lake lake, TableDefinition<?> definition) {
    Table table = lake.tables().table(definition);
    return TableContents.files(table).stream()
        .map(task -> "'" + lake.directory().file(task.file().location()) + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "])"));
  }

  private static long number(String sql) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
