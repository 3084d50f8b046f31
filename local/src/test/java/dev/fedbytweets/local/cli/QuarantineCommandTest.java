package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake quarantine`: what lies there, why, and what it is.
class QuarantineCommandTest {

  @TempDir private Path folder;

  @Test
  void nothingIsNothing() throws Exception {
    Commands lake = new Commands(folder.resolve("lake"));
    lake.importPosts(1_538_600_000_000_000_000L);

    assertThat(lake.call("quarantine")).isEqualTo("nothing was quarantined\n");
    assertThat(lake.code("quarantine", "--show", "1")).isEqualTo(1);
    assertThat(lake.complained()).contains("nothing was quarantined");
  }

  @Test
  void eachIsListedWithItsReasonAndShownWhole() throws Exception {
    Commands lake = new Commands(folder.resolve("lake"));
    String broken = "{\"data\":[{\"id\":";
    Path file =
        Files.writeString(
            folder.resolve("my posts.jsonl"),
            "{\"data\":[{\"id\":\"not a number\",\"text\":\"x\"},{\"id\":\"1538600000000000000\",\"text\":\"y\"}]}\n"
                + broken
                + "\n");
    lake.call("import", "--subject", "coffee", file.toString());

    List<String> lines = lake.call("quarantine", "--format", "csv").lines().toList();

    assertThat(lines.getFirst()).isEqualTo("n,from,rows,reason,source,at,file");
    assertThat(lines.get(2)).startsWith("2,silver.tweets,1,").contains(",raw/subject=coffee/");
    assertThat(lines.get(1))
        .startsWith("1,import,1,it breaks off before its end,")
        .contains("my posts.jsonl, line 2 (byte ", ",quarantine/import/");
    assertThat(lake.call("quarantine", "--show", "2")).contains("\"not a number\"");
    assertThat(lake.call("quarantine", "--show", "1")).isEqualTo(broken);
    assertThat(lake.complained()).contains("my posts.jsonl, line 2");
    assertThat(lake.call("status")).contains("./lake quarantine");
    assertThat(lake.code("quarantine", "--show", "3")).isEqualTo(1);
    assertThat(lake.complained()).contains("there is no number 3: the list goes from 1 to 2");
    assertThat(lake.call("quarantine")).contains("silver.tweets", "2 rows");
  }

  @Test
  void aFileThatWasMendedAndImportedAgainClearsItsEntry() throws Exception {
    Commands lake = new Commands(folder.resolve("lake"));
    Path one = Files.createDirectories(folder.resolve("one")).resolve("data.jsonl");
    Path two = Files.createDirectories(folder.resolve("two")).resolve("data.jsonl");
    Files.writeString(one, "{\"data\":[{\"id\":1\n");
    Files.writeString(two, "{\"data\":[{\"id\":2\n");
    lake.code("import", "--subject", "coffee", one.toString(), two.toString());
    assertThat(lake.call("quarantine", "--format", "csv").lines()).hasSize(3);

    String mended = "{\"data\":[{\"id\":\"1538600000000000000\",\"text\":\"x\"}]}\n";
    Files.writeString(one, mended);
    lake.call("import", "--subject", "tea", one.toString());
    assertThat(lake.call("quarantine", "--format", "csv").lines()).hasSize(3);
    lake.call("import", "--subject", "coffee", one.toString());

    String left = lake.call("quarantine", "--format", "csv");
    assertThat(left.lines()).hasSize(2);
    assertThat(lake.call("quarantine", "--show", "1")).isEqualTo("{\"data\":[{\"id\":2");
    Files.writeString(two, mended);
    lake.call("import", "--subject", "coffee", two.toString());
    assertThat(lake.call("quarantine")).isEqualTo("nothing was quarantined\n");
    assertThat(lake.call("status")).contains("nothing was quarantined");

    Files.writeString(one, "{\"data\":[{\"id\":1\n");
    lake.code("import", "--subject", "coffee", one.toString());
    assertThat(lake.call("quarantine", "--format", "csv").lines()).hasSize(2);
  }
}
