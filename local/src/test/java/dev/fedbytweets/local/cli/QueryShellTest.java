package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.query.SmallLake;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A person types into the shell, and reads what it answers.
class QueryShellTest {

  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String UP = "\u001bOA";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private PipedOutputStream keys;
  private ExternalTerminal person;
  private CompletableFuture<Void> shell;
  private SmallLake lake;

  @BeforeEach
  void open() throws IOException {
    lake =
        SmallLake.in(folder.resolve("lake"))
            .add(BronzeDefinitions.TWEETS, List.of(Samples.fullTweet("17", "page-1")))
            .toSilver();
    start();
  }

  @AfterEach
  void close() throws Exception {
    type(CTRL_C + CTRL_D);
    shell.get(30, TimeUnit.SECONDS);
    lake.close();
  }

  @Test
  void aStatementGoesOverLinesToItsSemicolon() throws Exception {
    type("SELECT count(*) AS posts, ';' AS x -- no end; yet\n FROM tweets\n;\n");

    waitFor(out, "(1 row)");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("posts", "    1");
  }

  @Test
  void aWrongStatementEndsNothing() throws Exception {
    type("FROM twets;\n");
    waitFor(err, "Did you mean \"tweets\"?");

    type("SELECT 6 * 7 AS answer;\n");

    waitFor(out, "42");
  }

  @Test
  void whatIsHalfTypedGoesWithCtrlCAndTheLastStatementComesBack() throws Exception {
    type("SELECT 6 * 7 AS answer;\n");
    waitFor(out, "(1 row)");
    out.reset();
    type("SELECT nonsense" + CTRL_C);
    type(UP + "\n");

    waitFor(out, "(1 row)");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("nonsense");
  }

  @Test
  void namesAreCompleted() throws Exception {
    type("SELECT count(*) FROM silver.twe\t;\n");

    waitFor(out, "(1 row)");
  }

  @Test
  @Timeout(60)
  void aLongAnswerIsStopped() throws Exception {
    type("SELECT count(*) FROM range(400000000000);\n");
    while (!err.toString(StandardCharsets.UTF_8).contains("stopped")) {
      pause();
      person.raise(Signal.INT); // does nothing before the answer is under way
    }

    type("SELECT 6 * 7 AS answer;\n");
    waitFor(out, "42");
  }

  @Test
  void theNextQuestionSeesWhatAnotherCommandHasAdded() throws Exception {
    type("SELECT 'before', count(*) FROM tweets;\n");
    waitFor(out, "before");
    lake.add(BronzeDefinitions.TWEETS, List.of(Samples.fullTweet("18", "page-1"))).toSilver();

    type("SELECT 'after' || count(*) FROM tweets;\n");

    waitFor(out, "after2");
  }

  @Test
  void aLakeThatGoesMeanwhileIsToldAndACatalogThatGoesIsMended() throws Exception {
    type("SELECT 6 * 7 AS answer;\nhelp\n");
    waitFor(out, "42");
    waitFor(err, "lists the tables");
    Files.delete(folder.resolve("lake/catalog.db"));
    type("SELECT 'posts: ' || count(*) FROM tweets;\n");
    waitFor(err, "catalog.db lacked tables");
    waitFor(out, "posts: 1");
    Files.move(folder.resolve("lake"), folder.resolve("elsewhere"));

    type("SELECT 1;\n");

    waitFor(err, "there is no lake in");
    Files.move(folder.resolve("elsewhere"), folder.resolve("lake"));
  }

  @Test
  void statementsAreRememberedForTheNextTimeByTheirOwnerAlone() throws Exception {
    type("SELECT 6 * 7 AS answer;\n");
    waitFor(out, "42");
    type("quit\n");
    shell.get(30, TimeUnit.SECONDS);
    out.reset();

    start();
    type(UP + UP + "\n");

    waitFor(out, "42");
    Path file = folder.resolve("home/.local/state/fed-by-tweets/history");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void aTerminalThatNobodyKnowsIsTakenForAUsualOne() {
    assertThat(QueryShell.terminalType(Map.of("TERM", "screen"))).isEqualTo("screen");
    assertThat(QueryShell.terminalType(Map.of("TERM", "xterm-of-2031")))
        .isEqualTo("xterm-256color");
    assertThat(QueryShell.terminalType(Map.of())).isEqualTo("dumb");
  }

  private void start() throws IOException {
    keys = new PipedOutputStream();
    PipedInputStream typed = new PipedInputStream(keys);
    person = new ExternalTerminal("person", "xterm", typed, screen, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.to(out, err, "80");
    Optional<Path> history = QueryHistory.file(Map.of("HOME", folder.resolve("home").toString()));
    shell =
        CompletableFuture.runAsync(
            () ->
                new QueryShell(
                        new LakeDirectory(folder.resolve("lake")), terminal, new FormatOptions())
                    .run(person, history));
  }

  private void type(String text) {
    try {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    } catch (IOException e) {
      assertThat(shell).as("the shell has ended").isDone();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitFor(ByteArrayOutputStream stream, String text) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!stream.toString(StandardCharsets.UTF_8).contains(text)) {
      assertThat(System.nanoTime())
          .as("out: %s%nerr: %s%nscreen: %s", out, err, screen)
          .isLessThan(end);
      pause();
    }
  }
}
