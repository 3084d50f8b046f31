package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake maintain`.
class MaintainCommandTest {

  @TempDir private Path folder;

  @Test
  void manyFilesBecomeFewWithTheSameRows() throws Exception {
    GrowingLake grown = new GrowingLake(folder.resolve("my lake"), 0);
    Commands lake = grown.commands();
    grown.imports(7);
    Map<String, List<String>> before = grown.rows();

    String plan = lake.call("maintain", "--dry-run", "--format", "csv");
    Map<String, Integer> untouched = grown.liveFiles();
    String printed = lake.call("maintain");

    assertThat(plan.lines().toList().getFirst()).isEqualTo("table,what,why,bytes,path");
    assertThat(plan.lines().filter(line -> line.startsWith("bronze.tweets,rewrite,small,")))
        .hasSize(7);
    assertThat(untouched).containsEntry("bronze.tweets", 7);
    assertThat(grown.liveFiles())
        .containsEntry("bronze.tweets", 1)
        .containsEntry("bronze.users", 1);
    assertThat(printed).contains("14 data files became 2");
    assertThat(grown.rows()).isEqualTo(before);
    assertThat(lake.call("maintain")).contains("there was nothing to do");

    grown.imports(1);

    assertThat(lake.printed()).contains("silver.tweets     1        1");
    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("8");
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    GrowingLake grown = new GrowingLake(folder.resolve("my lake"), 0);
    Commands lake = grown.commands();
    grown.imports(6);
    Map<Path, FileTime> before = grown.files("");

    lake.call("maintain", "--dry-run");

    assertThat(lake.complained())
        .contains("bronze.tweets: 6 files would become 1")
        .contains("nothing was changed");
    assertThat(grown.files("")).isEqualTo(before);
  }

  @Test
  void whereThereIsNoLakeNoneIsMade() {
    Commands lake = new Commands(folder.resolve("nothing"));

    assertThat(lake.code("maintain", "--format", "csv")).isEqualTo(2);
    assertThat(lake.complained()).contains("--format and --out are for the list of --dry-run");
    assertThat(lake.code("maintain")).isEqualTo(1);

    assertThat(lake.complained()).contains("there is no lake in");
    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  @Test
  void onlyWhatLooksLikeAFileOfTheTableIsAnOrphan() throws Exception {
    GrowingLake grown = new GrowingLake(folder.resolve("my lake"), 0);
    Commands lake = grown.commands();
    grown.imports(2);
    Path table = folder.resolve("my lake/bronze/tweets");
    Path orphan = old(table.resolve("data/import_date_day=2026-01-01/left-behind.parquet"));
    Path metadata = old(table.resolve("metadata/00009-left-behind.metadata.json"));
    Path notes = old(table.resolve("data/notes.txt"));
    Path otherLake = old(table.resolve("data/copy/bronze/tweets/data/part.parquet"));
    Path young = table.resolve("data/being-written.parquet");
    Files.writeString(young, "a");

    String plan = lake.call("maintain", "--dry-run", "--format", "csv");
    String printed = lake.call("maintain");

    assertThat(plan.lines().filter(line -> line.contains(",remove,")))
        .containsExactly(
            "bronze.tweets,remove,nothing names it,1," + metadata,
            "bronze.tweets,remove,nothing names it,1," + orphan);
    assertThat(printed).contains("2 files (0.0 MB) removed");
    assertThat(orphan).doesNotExist();
    assertThat(metadata).doesNotExist();
    assertThat(notes).exists();
    assertThat(otherLake).exists();
    assertThat(young).exists();
    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("2");
  }

  private static Path old(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "a");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(4))));
  }
}
