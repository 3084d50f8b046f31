package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.maintain.Maintain;
import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.maintenance.MaintenanceReport;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.maintenance.RemovableFile;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lake that is maintained over days and many runs, with DuckDB as the judge of what files hold.
class LakeOverTimeTest {

  @TempDir private Path folder;

  @Test
  void afterAWeekOldFilesGoAndTheLakeMayHaveMoved() throws Exception {
    GrowingLake before = new GrowingLake(folder.resolve("old"), 0);
    before.imports(8);
    before.commands().call("maintain");
    GrowingLake grown = before.movedTo(folder.resolve("new"));
    Commands lake = grown.commands();
    Map<String, List<String>> rows = grown.rows();
    int filesBefore = grown.files("").size();

    Map<TableDefinition<?>, MaintenanceReport> reports = maintainInDays(8, "new");

    assertThat(reports.get(BronzeDefinitions.TWEETS).removals())
        .extracting(RemovableFile::location)
        .noneMatch(location -> location.contains("/old/"));
    assertThat(reports.get(BronzeDefinitions.TWEETS).snapshots()).isPositive();
    assertThat(grown.files("").size()).isLessThan(filesBefore);
    assertThat(grown.rows()).isEqualTo(rows);
    assertThat(rowsOfSnapshots("new")).hasSize(5);

    grown.imports(1);

    assertThat(lake.printed()).contains("silver.tweets     1        1");
    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("9");
    assertThat(lake.call("status")).contains("silver.tweets");
  }

  @Test
  void withinAWeekThePastCanBeRead() throws Exception {
    GrowingLake grown = new GrowingLake(folder.resolve("my lake"), 0);
    grown.imports(8);

    maintainInDays(6, "my lake");

    assertThat(rowsOfSnapshots("my lake")).startsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void aTableWithSixtyMoreFilesIsKeptSmallByTheNextRun() throws Exception {
    GrowingLake grown = new GrowingLake(folder.resolve("my lake"), 0);
    Commands lake = grown.commands();
    grown.imports(2);
    appendCopies(BronzeDefinitions.TWEETS, 56);
    appendCopies(BronzeDefinitions.USERS, 56);
    grown.imports(1);
    assertThat(lake.complained()).doesNotContain("kept small");

    grown.imports(1);

    assertThat(lake.complained()).contains("tables were kept small: 120 data files became 2");
    assertThat(grown.liveFiles())
        .containsEntry("bronze.tweets", 1)
        .containsEntry("bronze.users", 1);
    grown.imports(1);
    assertThat(lake.complained()).doesNotContain("kept small");
    grown.imports(4);
    maintainInDays(8, "my lake");
    assertThat(grown.files("bronze/tweets").size()).isLessThan(40);
    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("9");
  }

  /// Appends copies of a table's first file in one commit, which takes less time than as many runs.
  private void appendCopies(TableDefinition<?> definition, int count) throws IOException {
    LakeDirectory directory = new LakeDirectory(folder.resolve("my lake"));
    try (Lake lake = Lake.open(directory)) {
      Table table = lake.tables().table(definition);
      DataFile file =
          CommittedFiles.after(CommittedFiles.ALL, table, table.currentSnapshot()).getFirst();
      AppendFiles append = table.newAppend();
      for (int copy = 0; copy < count; copy++) {
        String location = file.location().replace(".parquet", "-" + copy + ".parquet");
        Files.copy(directory.file(file.location()), directory.file(location));
        append.appendFile(DataFiles.builder(table.spec()).copy(file).withPath(location).build());
      }
      append.commit();
    }
  }

  private Map<TableDefinition<?>, MaintenanceReport> maintainInDays(int days, String name) {
    Map<TableDefinition<?>, MaintenanceReport> reports = new HashMap<>();
    try (Lake lake = Lake.open(new LakeDirectory(folder.resolve(name)))) {
      Maintain maintain =
          new Maintain(
              lake.tables(),
              MaintenanceSettings.USUAL,
              InstantSource.fixed(Instant.now().plus(Duration.ofDays(days))),
              Metrics.NONE);
      for (TableDefinition<?> table : TableDefinitions.ALL) {
        maintain.maintain(table, Instant.MAX).ifPresent(report -> reports.put(table, report));
      }
    }
    return reports;
  }

  /// What DuckDB reads of the files of each snapshot of `bronze.tweets`, oldest first.
  private List<Long> rowsOfSnapshots(String name) throws SQLException {
    List<Long> rows = new ArrayList<>();
    LakeDirectory directory = new LakeDirectory(folder.resolve(name));
    try (Lake lake = Lake.openExisting(directory)) {
      Table table = lake.tables().existing(BronzeDefinitions.TWEETS).orElseThrow();
      for (Snapshot snapshot : table.snapshots()) {
        rows.add(
            count(
                CommittedFiles.after(CommittedFiles.ALL, table, snapshot).stream()
                    .map(file -> directory.file(file.location()).toString())
                    .toList()));
      }
    }
    return rows;
  }

  private static long count(List<String> files) throws SQLException {
    String list = files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(","));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT count(*) FROM read_parquet([%s])".formatted(list))) {
      result.next();
      return result.getLong(1);
    }
  }
}
