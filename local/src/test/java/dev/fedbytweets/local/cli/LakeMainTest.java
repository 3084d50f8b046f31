package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands as a person calls them.
class LakeMainTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theDemoMakesALakeThatCanBeAskedShownAndRebuilt() {
    assertThat(lake("demo")).isZero();
    assertThat(said()).contains("posts read from X", "Which hashtags are used most?");
    String edited = "SELECT count(*) AS n FROM silver.tweets WHERE NOT is_latest_edit";
    assertThat(lake("query", "--format", "csv", edited)).isZero();
    assertThat(said()).isEqualTo("n\r\n1\r\n");
    String all = "SELECT count(*) AS n, sum(like_count) AS likes FROM silver.tweets";
    assertThat(lake("query", "--format", "csv", all)).isZero();
    String before = said();
    assertThat(lake("status")).isZero();
    assertThat(said()).contains("silver.tweets", "hot-drinks", "nothing was quarantined");

    assertThat(lake("rebuild")).isZero();

    said();
    assertThat(lake("query", "--format", "csv", all)).isZero();
    assertThat(said()).isEqualTo(before);
  }

  @Test
  void failuresAreALineAndOne() throws Exception {
    assertThat(lake("query", "SELECT 1")).isEqualTo(1);
    assertThat(complained()).startsWith("error: there is no lake in ").doesNotContain("\tat ");
    Path page = Files.writeString(folder.resolve("page.json"), "{\"data\":[]}");
    assertThat(lake("import", "--subject", "x", page + ".missing")).isEqualTo(1);
    assertThat(complained()).contains("cannot be read").contains("page.json.missing");
    assertThat(lake("import", "--subject", "x", folder.toString())).isEqualTo(1);
    assertThat(complained()).contains("holds the lake itself");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(lake("import", "--subject", "Not A Name", "x")).isEqualTo(2);
    assertThat(complained()).contains("subject 'Not A Name'", "--help");
    assertThat(lake("query")).isEqualTo(2);
    assertThat(complained()).startsWith("error: Missing required argument");
    assertThat(lake("query", "--format", "xml", "SELECT 1")).isEqualTo(2);
  }

  private int lake(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--dir";
    all[2] = folder.resolve("lake").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    Terminal terminal = Terminal.to(out, err);
    int code = LakeMain.commandLine(terminal).execute(all);
    terminal.out().flush();
    return code;
  }

  private String said() {
    String text = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return text;
  }

  private String complained() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }
}
