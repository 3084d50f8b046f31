package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /// The file of the recording is newer than the page that says when it was retrieved.
  @Test
  void anOldRecordingWithoutItsTimeTakesNothingBack() throws Exception {
    Path newer =
        Files.writeString(
            folder.resolve("newer.json"),
            """
            {"data":[{"id":"1538600000000000000","text":"a","author_id":"7","lang":"en",
              "public_metrics":{"like_count":9}}],
            "includes":{"users":[{"id":"7","username":"new_name","name":"N",
              "public_metrics":{"followers_count":5}}]},
            "__twarc":{"retrieved_at":"2023-04-07T21:39:36Z"}}""");
    Path older =
        Files.writeString(
            folder.resolve("older.json"),
            """
            {"data":[{"id":"1538600000000000000","text":"a","author_id":"7"}],
            "includes":{"users":[{"id":"7","username":"old_name","name":"N"}]}}""");

    for (Path file : List.of(newer, older)) {
      assertThat(lake("import", "--subject", "coffee", file.toString())).isZero();
    }

    said();
    String posts = "SELECT like_count, lang, first_retrieved_at, retrieved_at_known FROM tweets";
    assertThat(lake("query", "--format", "csv", posts)).isZero();
    assertThat(said().lines().skip(1)).containsExactly("9,en,2023-04-07 21:39:36,true");
    assertThat(lake("query", "--format", "csv", "SELECT username, followers_count FROM users"))
        .isZero();
    assertThat(said().lines().skip(1)).containsExactly("new_name,5");
  }

  @Test
  void failuresAreALineAndOne() throws Exception {
    assertThat(lake("query", "SELECT 1")).isEqualTo(1);
    assertThat(complained()).startsWith("error: there is no lake in ").doesNotContain("\tat ");
    Path page = Files.writeString(folder.resolve("page.json"), "{\"data\":[]}");
    assertThat(lake("import", "--subject", "x", page + ".missing")).isEqualTo(1);
    assertThat(complained()).contains("page.json.missing: there is no such file");
    assertThat(lake("import", "--subject", "x", folder.toString())).isZero();
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(lake("import", "--subject", "Not A Name", "x")).isEqualTo(2);
    assertThat(complained()).contains("subject 'Not A Name'", "--help");
    assertThat(lake("query")).isEqualTo(2);
    assertThat(complained()).startsWith("error: give SQL, or a file with it");
    assertThat(lake("query", "--format", "xml", "SELECT 1")).isEqualTo(2);
  }

  @Test
  void aTerminalMayBeNarrow() {
    for (String width : List.of("1", "20", "54", "55", "x", "")) {
      assertThat(LakeMain.execute(Terminal.to(out, err, width), "--help")).isZero();
      assertThat(said()).contains("\nUsage: lake");
    }
  }

  @Test
  void outputThatIsLostIsAnError() {
    try (OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("No space left on device");
          }
        }) {
      assertThat(LakeMain.execute(Terminal.to(full, err, null), "--help")).isEqualTo(1);
      assertThat(complained())
          .isEqualTo("error: cannot write the output: No space left on device\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void resultsGoIntoFilesThatAreWhole() throws Exception {
    LocalTables.open(new LakeDirectory(Files.createDirectories(folder.resolve("lake")))).close();
    Path file = folder.resolve("r.csv");
    assertThat(lake("query", "--out", file.toString(), "-- 1\nSELECT 1 AS a")).isZero();
    assertThat(file).hasContent("a\r\n1\r\n");
    assertThat(lake("query", "--out", file.toString(), "SELECT error('late') FROM range(9)"))
        .isEqualTo(1);
    assertThat(file).hasContent("a\r\n1\r\n");
    assertThat(lake("query", "--out", folder.resolve("none/r.csv").toString(), "SELECT 1"))
        .isEqualTo(1);
    assertThat(complained()).contains("r.csv: its folder does not exist");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("lake", "r.csv");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dmeo      | there is no command 'dmeo'; did you mean 'demo'?",
        "improt    | there is no command 'improt'; did you mean 'import'?",
        "quer      | there is no command 'quer'; did you mean 'query'?",
        "sql       | there is no command 'sql', only demo, run, import, query, dashboard, fact, status, tables, quarantine, maintain, forget, comply, label, train, rebuild, completion, help",
        "rebuild x | 'x' is one argument too many",
      })
  void aWordThatIsNoCommandIsNamed(String words, String message) {
    int code = LakeMain.execute(Terminal.to(out, err, null), words.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(complained()).startsWith("error: " + message + "\n").contains("--help");
  }

  private int lake(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--dir";
    all[2] = folder.resolve("lake").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return LakeMain.execute(Terminal.to(out, err, null), all);
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
