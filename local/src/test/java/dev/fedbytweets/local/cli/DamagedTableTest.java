package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A table whose metadata is damaged keeps nobody from the others, and says what heals it.
class DamagedTableTest {

  private static final long FIRST = 1_538_600_000_000_000_000L;

  @TempDir private Path folder;

  private Path root;
  private Commands lake;

  @BeforeEach
  void makeALake() throws IOException {
    root = folder.toRealPath().resolve("lake");
    lake = new Commands(root);
    lake.importPosts(FIRST, FIRST + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "snap-, lost, is missing",
    "snap-, cut, its metadata cannot be read",
    "-m0.avro, lost, is missing",
    "-m0.avro, cut, has 20 bytes instead of",
  })
  void oneTableIsNotReadAndTheOthersAre(String file, String damage, String told) throws Exception {
    damage(metadata("silver/users", file), damage);

    assertThat(lake.rows("SELECT count(*) FROM silver.tweets")).containsExactly("2");
    assertThat(lake.rows("SELECT count(*) FROM bronze.users")).containsExactly("2");
    assertThat(lake.code("query", "SELECT count(*) FROM silver.users")).isEqualTo(1);
    assertThat(lake.complained()).contains("silver.users: ", told, "rebuild").hasLineCount(1);

    assertThat(lake.code("tables", "--format", "csv")).isEqualTo(1);
    assertThat(lake.printed()).contains("silver.tweets,2").doesNotContain("silver.users,");
    assertThat(lake.complained()).contains("silver.users: ", told, "rebuild").hasLineCount(1);

    assertThat(lake.call("status").replaceAll(" +", " "))
        .contains("\nsilver.users: ", told, "rebuild", "\nsilver.tweets 2 1 ");

    lake.call("rebuild");
    assertThat(lake.rows("SELECT count(*) FROM silver.users")).containsExactly("2");
  }

  /// Else the state machine would try for a quarter of an hour what cannot heal.
  @Test
  void anImportThatMeetsADamagedManifestFailsAtOnce() throws Exception {
    damage(metadata("bronze/users", "-m0.avro"), "cut");
    damage(metadata("silver/users", "-m0.avro"), "cut");
    Path page = folder.resolve("more.json");
    Files.writeString(
        page,
        "{\"data\":[{\"id\":\"%d\",\"text\":\"x\"}],\"includes\":{\"users\":[{\"id\":\"1\",\"username\":\"u\",\"name\":\"n\"}]}}"
            .formatted(FIRST + 5));

    assertThat(lake.code("import", "--subject", "coffee", page.toString())).isEqualTo(1);
    assertThat(lake.complained())
        .contains("has 20 bytes instead of", "rebuild")
        .doesNotContain("trying again");
  }

  private Path metadata(String table, String name) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(table).resolve("metadata"))) {
      return files
          .filter(file -> file.getFileName().toString().contains(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void damage(Path file, String damage) throws IOException {
    if (damage.equals("lost")) {
      Files.delete(file);
    } else {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
    }
  }
}
