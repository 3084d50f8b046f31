package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LakeLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A catalog that was lost comes back from the tables' metadata, and only what was committed.
class CatalogRepairTest {

  private static final long FIRST = 1_538_600_000_000_000_000L;
  private static final String COUNTS =
      "SELECT (SELECT count(*) FROM bronze.tweets), (SELECT count(*) FROM silver.tweets),"
          + " (SELECT count(*) FROM bronze.users), (SELECT count(*) FROM silver.users)";

  @TempDir private Path folder;

  private Path root;
  private Commands lake;

  @BeforeEach
  void makeALake() throws IOException {
    root = folder.resolve("lake");
    lake = new Commands(root);
    lake.importPosts(FIRST, FIRST + 1);
    lake.importPosts(FIRST + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "empty", "text", "half", "no tables"})
  void aCatalogThatIsNoneIsMadeAnewOnce(String damage) throws Exception {
    Path catalog = root.resolve("catalog.db");
    byte[] bytes = Files.readAllBytes(catalog);
    Files.delete(catalog);
    switch (damage) {
      case "empty" -> Files.createFile(catalog);
      case "text" ->
          Files.writeString(catalog, "no database at all, and longer than a page".repeat(99));
      case "half" -> Files.write(catalog, Arrays.copyOf(bytes, bytes.length / 2));
      case "no tables" -> sql("CREATE TABLE other (a)");
      default -> {}
    }

    assertThat(lake.rows(COUNTS)).containsExactly("3,3,3,3");
    assertThat(lake.complained()).startsWith("catalog.db ").hasLineCount(1);
    assertThat(lake.rows(COUNTS)).containsExactly("3,3,3,3");
    assertThat(lake.complained()).isEmpty();

    lake.importPosts(FIRST + 3);
    assertThat(lake.rows(COUNTS)).containsExactly("4,4,4,4");
    boolean isKept = damage.equals("text") || damage.equals("half");
    assertThat(kept()).hasSize(isKept ? 1 : 0);
  }

  @Test
  void theCommandsThatWriteMendToo() throws Exception {
    Files.delete(root.resolve("catalog.db"));

    lake.importPosts(FIRST + 3);

    assertThat(lake.complained()).contains("catalog.db lacked");
    assertThat(lake.rows(COUNTS)).containsExactly("4,4,4,4");
  }

  @Test
  void aMetadataFileThatIsNotWholeIsPassedOver() throws Exception {
    Path newest = newestMetadata("silver/tweets");
    String text = Files.readString(newest);
    Files.writeString(newest.resolveSibling("00090-a.metadata.json"), text.substring(0, 900));
    Files.createFile(newest.resolveSibling("00091-b.metadata.json"));
    Files.writeString(
        newest.resolveSibling("00092-c.metadata.json"), text.replace("/snap-", "/gone-"));
    Files.delete(root.resolve("catalog.db"));

    assertThat(lake.rows(COUNTS)).containsExactly("3,3,3,3");
  }

  @Test
  void aCommitThatNeverCameIntoASoundCatalogIsNone() throws Exception {
    takeBack("bronze.tweets");

    assertThat(lake.rows("SELECT count(*) FROM bronze.tweets")).containsExactly("2");
    assertThat(lake.complained()).contains("1 page is not yet in the tables");
  }

  /// As if the process had died between writing the last metadata file and the catalog.
  @Test
  void inALostCatalogTheLastCommitCountsIfItIsWhole() throws Exception {
    takeBack("bronze.tweets");
    Files.delete(root.resolve("catalog.db"));

    assertThat(lake.rows(COUNTS)).containsExactly("3,3,3,3");
    lake.importPosts(FIRST + 3);
    assertThat(lake.rows(COUNTS)).containsExactly("4,4,4,4");
  }

  @Test
  void aBronzeTableThatFellBehindSilverIsMadeAnew() throws Exception {
    Files.delete(newestMetadata("bronze/tweets"));

    assertThat(lake.rows("SELECT count(*) FROM silver.tweets")).containsExactly("3");
    assertThat(lake.complained()).contains("bronze.tweets", "anew", "not yet in the tables");
    lake.importPosts(FIRST + 3);

    assertThat(lake.rows(COUNTS)).containsExactly("4,4,4,4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bronze/tweets", "bronze/users", "silver/tweets", "silver/users"})
  void aTableWhoseFolderIsGoneIsMadeAnew(String table) throws Exception {
    removeAll(root.resolve(table));

    lake.call("query", "SELECT 1");
    assertThat(lake.complained()).contains(table.replace('/', '.'), "anew", "not yet");
    lake.importPosts(FIRST + 3);

    assertThat(lake.rows(COUNTS)).containsExactly("4,4,4,4");
  }

  @Test
  void removedTablesStayRemoved() throws Exception {
    for (String table : List.of("bronze/tweets", "bronze/users", "silver/tweets", "silver/users")) {
      Files.move(root.resolve(table + "/metadata"), root.resolve(table + "/.removed"));
    }

    assertThat(lake.rows(COUNTS)).containsExactly("0,0,0,0");
    assertThat(lake.complained()).contains("2 pages are not yet in the tables");
    Files.delete(root.resolve("catalog.db"));
    assertThat(lake.rows(COUNTS)).containsExactly("0,0,0,0");
    lake.call("rebuild");
    assertThat(lake.rows(COUNTS)).containsExactly("3,3,3,3");
    assertThat(root.resolve("bronze/tweets/.removed")).doesNotExist();
  }

  @Test
  void aReaderDoesNotMendWhatAnotherProcessWorksOn() throws Exception {
    Files.delete(root.resolve("catalog.db"));
    try (LakeLock _ = LakeLock.take(new LakeDirectory(root))) {
      assertThat(lake.code("query", "SELECT 1")).isEqualTo(1);
    }
    assertThat(lake.complained()).contains("another process").contains("is working on");
    assertThat(lake.rows(COUNTS)).containsExactly("3,3,3,3");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(file -> file.getFileName().toString().contains("damaged")).toList();
    }
  }

  private Path newestMetadata(String table) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(table + "/metadata"))) {
      return files
          .filter(file -> file.toString().endsWith(".metadata.json"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /// The catalog names the metadata file before the last one.
  private void takeBack(String table) throws SQLException {
    sql(
        "UPDATE iceberg_tables SET metadata_location = previous_metadata_location"
            + " WHERE table_namespace || '.' || table_name = '%s'".formatted(table));
  }

  private void sql(String sql) throws SQLException {
    try (var catalog = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("catalog.db"));
        var statement = catalog.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void removeAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
