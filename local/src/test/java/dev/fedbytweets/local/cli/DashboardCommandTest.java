package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake dashboard` as a person calls it.
class DashboardCommandTest {

  @TempDir private Path folder;
  private Commands lake;

  @BeforeEach
  void importPost() throws IOException {
    lake = new Commands(folder.resolve("lake"));
    lake.importPosts(1_700_000_000_000_000_001L);
  }

  @Test
  void aBrokenFileWithSettingsIsNamed() throws IOException {
    Path file = folder.resolve("lake.yaml");
    Files.writeString(file, "subjects: [{name: coffee, queery: coffee}]");

    assertThat(lake.code("dashboard")).isEqualTo(1);
    assertThat(lake.complained()).contains(file.toString(), "queery");

    lake.importPosts(1_700_000_000_000_000_002L);
    assertThat(lake.complained()).contains("posts were not labelled and counted: " + file);
    assertThat(lake.rows("SELECT sum(posts) FROM gold.volume_by_hour")).containsExactly("1");

    Files.delete(file);
    assertThat(lake.call("status")).contains("gold: 1 day is not counted yet: ");
    lake.call("dashboard");
    assertThat(lake.call("status")).doesNotContain("not counted yet");
    assertThat(lake.rows("SELECT sum(posts) FROM gold.volume_by_hour")).containsExactly("2");
  }

  @Test
  void aFolderInThePlaceOfThePageIsNamedAtOnce() throws IOException {
    Path page = folder.resolve("lake/dashboard.html");
    Files.delete(page);
    Files.createDirectory(page);

    assertThat(lake.code("dashboard")).isEqualTo(1);
    assertThat(lake.complained()).contains(page + " is a folder");
  }
}
