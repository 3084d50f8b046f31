package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.cli.LakeProcess.Ended;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LakeLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake forget` as a person calls it.
class ForgetCommandTest {

  private static final long FIRST = 1_700_000_000_000_000_001L;
  private static final long SECOND = 1_700_000_000_000_000_002L;
  private static final long THIRD = 1_700_000_000_000_000_003L;

  @TempDir private Path folder;
  private Commands lake;

  @BeforeEach
  void importPosts() throws IOException {
    lake = new Commands(folder.resolve("lake"));
    lake.importPosts(FIRST, SECOND);
    lake.importPosts(THIRD);
  }

  @Test
  void aPostAndAUserAreTakenOutAndStayOut() throws IOException {
    String posts = file("posts.txt", Long.toString(FIRST));
    String users = file("users.txt", "4");

    assertThat(lake.call("forget", "--posts", posts, "--users", users, "--dry-run"))
        .contains("silver.tweets: 2 rows would go", "2 pages and other objects would be rewritten");
    assertThat(posts()).hasSize(3);

    String printed =
        lake.call("forget", "--posts", posts, "--users", users, "--reason", "asked for");
    assertThat(printed)
        .contains(
            "silver.tweets: 2 rows removed",
            "bronze.users: 1 row removed",
            "2 pages and other objects rewritten",
            "nothing of it is left",
            "reports/");
    assertThat(
            lake.rows(
                "SELECT reason, requested['post'], requested['user'],"
                    + " tables['silver.tweets'].removed_rows, len(objects), len(search.found)"
                    + " FROM ops.forgotten"))
        .containsExactly("asked for,1,1,2,2,0");
    assertThat(posts()).containsExactly(Long.toString(SECOND));
    assertThat(lake.rows("SELECT id FROM silver.users ORDER BY id")).containsExactly("2", "3");

    lake.call(
        "import", "--subject", "coffee", folder.resolve("page-" + FIRST + ".json").toString());
    lake.call("rebuild");
    assertThat(posts()).containsExactly(Long.toString(SECOND));
    assertThat(lake.call("forget")).contains("no request is left to finish");
    assertThat(lake.call("forget", "--posts", posts)).contains("nothing of it is left");
  }

  @Test
  void aLiftedRequestDoesNotCount() throws IOException {
    lake.call("forget", "--posts", file("posts.txt", Long.toString(FIRST)));
    String batch = lake.printed().lines().findFirst().orElseThrow();
    assertThat(lake.call("forget", "--lift", batch)).contains(batch + " does not count any more");
    assertThat(lake.code("forget", "--lift", batch)).isEqualTo(1);
    assertThat(lake.complained()).contains("is lifted already");
  }

  @Test
  void aSubjectGoesAndOthersKeepWhatTheyHave() throws IOException {
    lake.importPosts("tea", FIRST);
    lake.importPosts("tea", 1_700_000_000_000_000_009L);

    assertThat(lake.call("forget", "--subject", "coffee", "--dry-run"))
        .contains("silver.tweets: 3 rows would go", "bronze.users: 3 rows would go");
    assertThat(lake.call("forget", "--subject", "coffee")).contains("nothing of it is left");

    assertThat(lake.rows("SELECT id, subject FROM silver.tweets ORDER BY id"))
        .containsExactly(FIRST + ",tea", "1700000000000000009,tea");
    assertThat(lake.rows("SELECT id FROM silver.users ORDER BY id")).containsExactly("2", "10");
    assertThat(lake.rows("SELECT DISTINCT subject FROM bronze.tweets")).containsExactly("tea");
    lake.call("rebuild");
    assertThat(lake.rows("SELECT id FROM silver.users ORDER BY id")).containsExactly("2", "10");

    String page = folder.resolve("page-" + THIRD + ".json").toString();
    assertThat(lake.code("import", "--subject", "coffee", page)).isEqualTo(1);
    assertThat(lake.complained()).contains("the subject 'coffee' was forgotten");
    String none = "there is no subject 'cofee' in the lake, only coffee, tea";
    assertThat(lake.code("forget", "--subject", "cofee")).isEqualTo(1);
    assertThat(lake.complained()).contains(none);
    assertThat(lake.code("forget", "--subject", "cofee", "--dry-run")).isEqualTo(1);
    assertThat(lake.complained()).contains(none);
  }

  @Test
  void whatIsStillThereIsNamed() throws IOException {
    Files.writeString(folder.resolve("lake").resolve("notes.txt"), "see " + FIRST);
    String posts = file("posts.txt", Long.toString(FIRST));
    assertThat(lake.code("forget", "--posts", posts)).isEqualTo(1);
    assertThat(lake.complained()).contains("it is still in", "notes.txt");

    Files.delete(folder.resolve("lake").resolve("notes.txt"));
    assertThat(lake.call("forget")).contains("nothing of it is left");
  }

  @Test
  void whatFactsHoldIsNamed() throws IOException {
    String posts = file("posts.txt", Long.toString(FIRST));
    lake.call("fact", "links", file("links.csv", "day,subject,who\n2026-11-01,a," + FIRST + "\n"));
    lake.call("fact", "cups", file("cups.csv", "day,subject,sold\n2026-11-01,a,4\n"));
    assertThat(lake.code("forget", "--posts", posts, "--users", file("users.txt", "4")))
        .isEqualTo(1);
    assertThat(lake.complained())
        .contains("it is still in facts.links (", "fact --dir ", " links --remove or a file")
        .doesNotContain("facts.cups");

    lake.call("fact", "links", file("links.csv", "day,subject,who\n2026-11-01,a,4 cups\n"));
    assertThat(lake.call("forget")).contains("nothing of it is left");
  }

  @Test
  void countsAndThePageAreAsTheTablesAre() throws IOException {
    String posts = file("posts.txt", Long.toString(FIRST));
    lake.call("forget", "--no-gold", "--posts", posts);
    assertThat(lake.rows("SELECT sum(posts) FROM gold.volume_by_hour")).containsExactly("3");

    lake.call("forget", "--posts", file("second.txt", Long.toString(SECOND)));
    assertThat(lake.complained()).contains("labelled and counted 1 day: open ");
    assertThat(lake.rows("SELECT sum(posts) FROM gold.volume_by_hour")).containsExactly("1");
  }

  @Test
  void wrongUseChangesNothing() throws IOException {
    assertThat(lake.code("forget", "--posts", file("posts.txt", "12\n\nx"))).isEqualTo(1);
    assertThat(lake.complained()).contains("posts.txt: line 3 is not one identifier");
    assertThat(lake.code("forget", "--posts", "nowhere.txt")).isEqualTo(1);
    assertThat(lake.complained()).contains("cannot read nowhere.txt: there is no such file");
    assertThat(lake.code("forget", "--dry-run")).isEqualTo(2);
    assertThat(lake.code("forget", "--lift", "a", "--posts", "b")).isEqualTo(2);
    assertThat(lake.code("forget", "--lift", "a")).isEqualTo(1);
    assertThat(lake.complained()).contains("there is no request to forget 'a'");
    assertThat(new Commands(folder.resolve("nothing")).code("forget")).isEqualTo(1);
    try (Stream<Path> state = Files.list(folder.resolve("lake/state"))) {
      assertThat(state.map(Path::getFileName).map(Path::toString)).doesNotContain("forgotten");
    }
    assertThat(posts()).hasSize(3);
  }

  @Test
  void whatFailsOnTheWayIsGoneOnWith() throws IOException {
    Path file = dataFile();
    Path away = Files.move(file, folder.resolve("away"));
    String posts = file("posts.txt", Long.toString(FIRST));

    assertThat(lake.code("forget", "--posts", posts)).isEqualTo(1);
    assertThat(lake.complained()).contains("is begun and not finished: ", "forget --dir");

    Files.move(away, file);
    assertThat(lake.call("forget")).contains("nothing of it is left");
    assertThat(posts()).hasSize(2);
  }

  @Test
  void aDryRunBesideAnotherCommandTellsOfThat() throws IOException {
    Path away = Files.move(dataFile(), folder.resolve("away"));
    String posts = file("posts.txt", Long.toString(FIRST));

    try (LakeLock _ = LakeLock.take(new LakeDirectory(folder.resolve("lake")))) {
      assertThat(lake.code("forget", "--posts", posts, "--dry-run")).isEqualTo(1);
      assertThat(lake.complained()).contains("another process").doesNotContain("is missing");
    }
    assertThat(lake.code("forget", "--posts", posts, "--dry-run")).isEqualTo(1);
    assertThat(lake.complained()).contains("is missing");
    assertThat(away).exists();
  }

  @Test
  void onATerminalItSaysWhatItDoes() throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.of(
            new ByteArrayOutputStream(),
            err,
            new TerminalKind(false, true, false, true, false, 40));
    String posts = file("posts.txt", Long.toString(FIRST));

    int code =
        LakeMain.execute(
            terminal, "forget", "--dir", folder.resolve("lake").toString(), "--posts", posts);

    assertThat(code).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("finding what goes with it");
  }

  @Test
  void aLocaleWithDigitsOfItsOwnDoesNoHarm() throws IOException, InterruptedException {
    LakeProcess arabic =
        new LakeProcess(folder).with("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.region=EG");
    String page = folder.resolve("page-" + THIRD + ".json").toString();
    Ended imported = arabic.run("import", "--dir", "lake", "--subject", "tea", page);
    assertThat(imported.code()).as(imported.toString()).isZero();

    Ended forgotten =
        arabic.run("forget", "--dir", "lake", "--posts", file("posts.txt", "" + THIRD));

    assertThat(forgotten.code()).as(forgotten.toString()).isZero();
    assertThat(forgotten.out()).contains("silver.tweets: 2 rows removed");
    try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
      assertThat(files.map(Path::toString)).allMatch(name -> name.chars().allMatch(c -> c < 128));
    }
  }

  private Path dataFile() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake/bronze/tweets/data"))) {
      return files.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private List<String> posts() {
    return lake.rows("SELECT id FROM silver.tweets ORDER BY id");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
