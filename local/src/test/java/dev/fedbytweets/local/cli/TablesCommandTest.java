package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake tables`, and what is said about files that are missing or damaged.
class TablesCommandTest {

  private static final long FIRST = 1_538_600_000_000_000_000L;

  @TempDir private Path folder;

  private Path root;
  private Commands lake;

  @BeforeEach
  void makeALake() throws IOException {
    root = folder.resolve("my lake");
    lake = new Commands(root);
    lake.importPosts(FIRST, FIRST + 1);
    lake.importPosts(FIRST + 1, FIRST + 2);
  }

  @Test
  void theFilesAreTheOnesThatHoldTheRows() throws Exception {
    List<String> files = lake.call("tables", "silver.tweets", "--files").lines().toList();

    assertThat(files).isNotEmpty().allMatch(file -> Files.exists(Path.of(file)));
    String list = files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(","));
    assertThat(number("SELECT count(*) FROM read_parquet([%s])".formatted(list))).isEqualTo(3);
    assertThat(lake.call("tables", "tweets", "--files").lines()).isEqualTo(files);
    assertThat(lake.call("tables", "tweets", "--files", "--format", "json"))
        .contains("\"path\":\"" + files.getFirst() + "\"", "\"rows\":", "\"bytes\":");
  }

  @Test
  void theTablesAreListed() {
    List<String> lines = lake.call("tables", "--format", "csv").lines().toList();

    assertThat(lines.getFirst()).isEqualTo("table,rows,files,bytes,metadata");
    assertThat(lines).hasSize(18);
    String tweets = lines.get(5);
    assertThat(tweets).startsWith("silver.tweets,3,");
    Path metadata = Path.of(tweets.substring(tweets.lastIndexOf(',') + 1));
    assertThat(metadata).exists().hasParent(root.resolve("silver/tweets/metadata"));
    assertThat(lake.call("tables")).contains("bronze.tweets").contains("4");
    assertThat(lake.call("tables", "bronze.tweets", "--format", "csv").lines()).hasSize(2);
  }

  @Test
  void aTableThatIsNoneIsNamed() {
    assertThat(lake.code("tables", "posts", "--files")).isEqualTo(1);
    assertThat(lake.complained()).contains("no table posts, only bronze.tweets");
    assertThat(lake.code("tables", "--files")).isEqualTo(1);
    assertThat(lake.complained()).contains("--files needs the name of a table");
  }

  @Test
  void aFileThatIsMissingIsNamedWithWhatHealsIt() throws Exception {
    Path file = file("silver.tweets");
    Files.delete(file);

    requireNamed(file, "is missing");
  }

  @Test
  void aFileThatWasCutIsNamedWithWhatHealsIt() throws Exception {
    Path file = file("silver.tweets");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    requireNamed(file, "bytes instead of");
  }

  @Test
  void aFileWithOtherBytesIsNamed() throws Exception {
    Path file = file("silver.tweets");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length - 8, bytes.length, (byte) 7);
    Files.write(file, bytes);

    assertThat(lake.code("query", "SELECT count(*) FROM silver.tweets")).isEqualTo(1);
    assertThat(lake.complained())
        .contains("silver.tweets: " + file + " is damaged: ./lake rebuild");
  }

  private void requireNamed(Path file, String what) throws IOException {
    assertThat(lake.code("query", "SELECT text FROM silver.tweets")).isEqualTo(1);
    assertThat(lake.complained())
        .startsWith("error: silver.tweets: " + file)
        .contains(what, ": ./lake rebuild --dir '" + root + "' makes")
        .hasLineCount(1);
    assertThat(lake.rows("SELECT count(*) FROM bronze.tweets")).containsExactly("4");
    assertThat(lake.call("status")).contains("silver.tweets: " + file, what);
    lake.call("tables", "silver.tweets", "--files");
    assertThat(lake.complained()).contains(what);

    lake.call("rebuild");

    assertThat(lake.rows("SELECT count(*) FROM silver.tweets")).containsExactly("3");
  }

  private Path file(String table) {
    return Path.of(lake.call("tables", table, "--files").lines().findFirst().orElseThrow());
  }

  private static long number(String sql) throws SQLException {
    try (var database = DriverManager.getConnection("jdbc:duckdb:");
        var statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
