package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lake is wherever its folder is.
class MovedLakeTest {

  private static final long FIRST = 1_538_600_000_000_000_000L;
  private static final String IDS = "SELECT id - 1538600000000000000 FROM tweets ORDER BY id";

  @TempDir private Path folder;

  @Test
  void aLakeThatWasMovedGoesOn() throws Exception {
    lake("old").importPosts(FIRST, FIRST + 1);
    Files.createDirectories(folder.resolve("another disk"));
    Files.move(folder.resolve("old"), folder.resolve("another disk/my lake"));
    Commands moved = lake("another disk/my lake");

    assertThat(moved.rows(IDS)).containsExactly("0", "1");
    assertThat(moved.call("status")).contains("silver.tweets");
    moved.importPosts(FIRST + 2);
    moved.importPosts(FIRST + 1, FIRST + 3);

    assertThat(moved.rows(IDS)).containsExactly("0", "1", "2", "3");
    assertThat(folder.resolve("old")).doesNotExist();
    moved.call("rebuild");
    assertThat(moved.rows(IDS)).containsExactly("0", "1", "2", "3");
    assertThat(namesOfFiles("another disk/my lake")).allMatch(name -> name.contains("my lake"));
  }

  @Test
  void aLakeMayMoveAgainAndAgainAndInsideItsOldFolder() throws Exception {
    lake("a").importPosts(FIRST);
    Files.move(folder.resolve("a"), folder.resolve("b"));
    lake("b").importPosts(FIRST + 1);
    Files.createDirectories(folder.resolve("a/bronze/tweets/data"));
    Files.move(folder.resolve("b"), folder.resolve("a/bronze/tweets/data/b"));

    Commands last = lake("a/bronze/tweets/data/b");
    last.importPosts(FIRST + 2);

    assertThat(last.rows(IDS)).containsExactly("0", "1", "2");
    assertThat(folder.resolve("b")).doesNotExist();
  }

  @Test
  void aCopyIsALakeOfItsOwn() throws Exception {
    Commands original = lake("original");
    original.importPosts(FIRST, FIRST + 1);
    copy(folder.resolve("original"), folder.resolve("copy"));
    Map<Path, String> before = files("original");
    Commands copy = lake("copy");

    // More commits than metadata files are kept, so that old ones are removed too.
    for (int number = 2; number < 26; number++) {
      copy.importPosts(FIRST + number);
    }

    assertThat(files("original")).isEqualTo(before);
    assertThat(copy.rows("SELECT count(*) FROM tweets")).containsExactly("26");
    assertThat(original.rows(IDS)).containsExactly("0", "1");
    copy.call("rebuild");
    assertThat(files("original")).isEqualTo(before);
    original.importPosts(FIRST + 50);
    assertThat(original.rows(IDS)).containsExactly("0", "1", "50");
    assertThat(copy.rows("SELECT count(*) FROM tweets")).containsExactly("26");
  }

  @Test
  void newMetadataNamesThePresentPlace() throws Exception {
    lake("old").importPosts(FIRST);
    Files.move(folder.resolve("old"), folder.resolve("new"));
    lake("new").importPosts(FIRST + 1);

    try (Lake lake = Lake.openExisting(new LakeDirectory(folder.resolve("new")))) {
      for (TableDefinition<?> definition : TableDefinitions.ALL) {
        lake.tables().existing(definition).ifPresent(this::requireNewNames);
      }
      Table tweets = lake.tables().existing(SilverDefinitions.TWEETS).orElseThrow();
      assertThat(tweets.currentSnapshot().manifestListLocation()).startsWith(place("new"));
    }
  }

  /// As Spark names files, which goes through Hadoop, and as paths alone.
  @Test
  void locationsMayHaveAnyForm() throws Exception {
    lake("old").importPosts(FIRST);
    for (String form : List.of("file:", "")) {
      setCatalog("old", "file://", form);
      Files.move(folder.resolve("old"), folder.resolve("new"));
      assertThat(lake("new").rows(IDS)).hasSize(1);
      Files.move(folder.resolve("new"), folder.resolve("old"));
      setCatalog("old", form + "/", "file:///");
    }
  }

  @Test
  void aLinkIsTheLakeItself() throws Exception {
    lake("real").importPosts(FIRST);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    Commands link = lake("link");

    assertThat(link.rows(IDS)).containsExactly("0");
    link.importPosts(FIRST + 1);

    assertThat(lake("real").rows(IDS)).containsExactly("0", "1");
    assertThat(new LakeDirectory(folder.resolve("link")))
        .isEqualTo(new LakeDirectory(folder.resolve("real")));
    assertThat(link.code("import", folder.resolve("real/raw").toString())).isZero();
    assertThat(link.complained()).contains("2 pages, 0 of them new");
    assertThat(link.rows(IDS)).containsExactly("0", "1");
    assertThat(namesOfFiles("real")).allMatch(name -> name.startsWith(place("real")));
  }

  private Commands lake(String name) {
    return new Commands(folder.resolve(name));
  }

  private String place(String name) {
    return "file://" + folder.resolve(name);
  }

  private void requireNewNames(Table table) {
    TableMetadata metadata = ((HasTableOperations) table).operations().current();
    assertThat(metadata.metadataFileLocation()).startsWith(place("new"));
    assertThat(metadata.location()).startsWith(place("new"));
  }

  private List<String> namesOfFiles(String name) throws IOException {
    List<String> names = new ArrayList<>();
    try (Lake lake = Lake.openExisting(new LakeDirectory(folder.resolve(name)))) {
      Table tweets = lake.tables().existing(SilverDefinitions.TWEETS).orElseThrow();
      try (CloseableIterable<FileScanTask> tasks = tweets.newScan().planFiles()) {
        tasks.forEach(task -> names.add(task.file().location()));
      }
    }
    return names;
  }

  private void setCatalog(String name, String from, String to) throws SQLException {
    try (var catalog =
            DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve(name).resolve("catalog.db"));
        var statement = catalog.createStatement()) {
      statement.execute(
          "UPDATE iceberg_tables SET metadata_location = replace(metadata_location, '%s', '%s')"
              .formatted(from, to));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /// Content and time of every file but the log.
  private Map<Path, String> files(String name) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FileTime time = Files.getLastModifiedTime(file);
        contents.put(file, time + " " + Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    contents.remove(folder.resolve(name).resolve("lake.log"));
    return contents;
  }
}
