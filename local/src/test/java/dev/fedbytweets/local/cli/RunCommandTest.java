package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.cli.LakeProcess.Ended;
import dev.fedbytweets.local.cli.LakeProcess.Running;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.posts.ListedPosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake run` as a process, against a stand-in of X: what is said, and the exit code.
class RunCommandTest {

  @TempDir private Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final ListedPosts posts = new ListedPosts();
  private final XStandIn x =
      XStandIn.start(StandInRules.USUAL.withClock(InstantSource.system()).withPosts(posts));
  private LakeProcess lake;

  @BeforeEach
  void connect() {
    posts.postEachMinute(now.minusSeconds(60), 15);
    lake =
        new LakeProcess(folder)
            .with("X_API_URL", x.uri().toString())
            .with("X_BEARER_TOKEN", StandInRules.USUAL.token());
  }

  @AfterEach
  void stop() {
    x.close();
  }

  @Test
  void whatADayMayCostIsALimitAndStatusSaysWhatIsLeft() throws Exception {
    settings("max_posts_per_day: 19, max_posts_per_month: 100");

    Ended first = lake.run("run");
    Ended status = lake.run("status");

    assertThat(first.code()).isZero();
    assertThat(first.err()).contains("  collected coffee: 15 posts, about $0.08\n");
    assertThat(status.out())
        .containsPattern("posts read \\(UTC\\)  today  left  this month  left\n")
        .containsPattern("coffee +15 +4 +15 +85\n");

    posts.postEachMinute(now.minusSeconds(5), 1);
    Ended second = lake.run("run");

    assertThat(second.err())
        .contains(
            "coffee: about 0 posts to read",
            "max_posts_per_day is reached, the first run after midnight UTC goes on from here");
  }

  @Test
  void inAFolderBelowTheSettingsBesideTheLakeAreTaken() throws Exception {
    settings("max_posts_per_day: 19");
    lake.run("run");
    Path top = folder.toRealPath();
    LakeProcess below =
        new LakeProcess(Files.createDirectory(top.resolve("years")))
            .with("X_API_URL", x.uri().toString())
            .with("X_BEARER_TOKEN", StandInRules.USUAL.token());

    Ended dry = below.run("run", "--dry-run");
    Ended status = below.run("status");

    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.err())
        .startsWith(
            "using the lake in %s\nusing %s\n"
                .formatted(top.resolve("lake-data"), top.resolve("lake.yaml")))
        .contains("coffee: about 0 posts to read");
    assertThat(status.out()).containsPattern("coffee +15 +4 ");
  }

  @Test
  void aDryRunWithoutAnAnswerOfXFails() throws Exception {
    settings("max_posts_per_run: 100");
    x.close();

    Ended dry = lake.run("run", "--dry-run");

    assertThat(dry.code()).isEqualTo(1);
    assertThat(dry.err())
        .contains("coffee: no answer from X: 127.0.0.1 refuses the connection")
        .endsWith("nothing was read\nerror: a run could read nothing now, see above\n");
  }

  @Test
  void aDryRunWithATokenThatXDoesNotAcceptFails() throws Exception {
    settings("max_posts_per_run: 100");

    Ended dry = lake.with("X_BEARER_TOKEN", "another").run("run", "--dry-run");

    assertThat(dry.code()).isEqualTo(1);
    assertThat(dry.err())
        .contains("coffee: X does not accept the bearer token; at most 100 posts to read")
        .endsWith("nothing was read\nerror: a run could read nothing now, see above\n");
  }

  @Test
  void anotherQueryIsToldWithTheCommandThatSearchesAnew() throws Exception {
    settings("max_posts_per_run: 100");
    lake.run("run");
    Files.writeString(
        folder.resolve("my lake.yaml"), "subjects: [{name: coffee, query: espresso OR coffee}]");

    Ended dry = lake.run("run", "--config", "my lake.yaml", "--dry-run");

    assertThat(dry.err())
        .contains(
            """
              its query has changed. The former one:
                coffee
              The search goes on with the new one where that ended. Earlier days are not searched anew. This does it:
                ./lake run --config 'my lake.yaml' --subject coffee --from 20\
            """);
    String from = now.minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES).toString();
    Ended anew = lake.run("run", "--config", "my lake.yaml", "--subject", "coffee", "--from", from);
    assertThat(anew.code()).isZero();
    assertThat(anew.err()).doesNotContain("has changed").contains("collected coffee: 1");
    assertThat(anew.out()).containsPattern("bronze.tweets +1[01] +1[01] +0 +0\n");
    assertThat(lake.run("query", "--format", "csv", "SELECT count(*) FROM silver.tweets").out())
        .endsWith("\r\n15\r\n");
    assertThat(x.log().requests())
        .filteredOn(LoggedRequest::gavePage)
        .extracting(request -> request.parameters().get("query"))
        .containsExactly("coffee", "espresso OR coffee");
  }

  @Test
  void whatCannotBeSearchedAnewIsRefusedWithTheReason() throws Exception {
    settings("max_posts_per_run: 100");

    assertRefused(1, "X searches seven days back", "--subject", "coffee", "--from", "2026-01-01");
    assertRefused(1, "that is in the future", "--subject", "coffee", "--from", "2199-01-01");
    assertRefused(1, "there is no subject 'tea', only coffee", "--subject", "tea");
    assertRefused(2, "--from needs --subject", "--from", "2026-01-01");
    assertRefused(2, "'monday' is no time such as", "--subject", "coffee", "--from", "monday");
    assertThat(x.log().requests()).noneMatch(LoggedRequest::gavePage);
  }

  @Test
  void withoutXOneLineSaysWhyAndAnInterruptLeavesACleanLine() throws Exception {
    settings("max_posts_per_run: 100");
    x.close();
    Running running = lake.start("run");
    for (int wait = 0; !running.saidSoFar().contains("trying again") && wait < 600; wait++) {
      Thread.sleep(100);
    }

    // SIGTERM and SIGINT do the same; where tests run in the background, SIGINT is ignored.
    running.process().destroy();
    Ended ended = LakeProcess.end(running);

    assertThat(ended.code()).isEqualTo(143);
    assertThat(ended.err())
        .matches(
            """
            coffee: no answer from X: 127.0.0.1 refuses the connection; at most 100 posts to read, .*
            expected charge: at most .*
            Ctrl-C ends the run; nothing paid for is lost
              subject 'coffee': no answer came from X: 127.0.0.1 refuses the connection; trying again from ..:..:.. UTC on
            interrupted: the same command goes on where this one stopped
            """);
  }

  @Test
  void whatFailedIsInTheStatusUntilItWorks() throws Exception {
    settings("max_posts_per_run: 100");
    String token = StandInRules.USUAL.token();

    Ended failed = lake.with("X_BEARER_TOKEN", "wrong").run("run");
    Ended status = lake.run("status");
    Ended good = lake.with("X_BEARER_TOKEN", token).run("run");

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("0 posts read from X, about $0.00");
    assertThat(failed.err())
        .contains(
            "  not collected: subject 'coffee': X does not accept the bearer token (401, ",
            """
            error: 1 of 1 subject was not collected, see above: coffee. What was stored is in the tables; the next run \
            goes on where this one stopped
            """)
        .doesNotContain("{", "Exception", "\u001b");
    assertThat(status.out())
        .containsPattern(
            "\nfailed\n20[^ ]*Z  coffee \\(run-[^)]*\\)\n  subject 'coffee': X does not")
        .contains("\n'./lake run' goes on where these stopped\n");
    assertThat(good.code()).isZero();
    assertThat(lake.run("status").out()).doesNotContain("failed", "coffee (run-");
  }

  @Test
  void whereNobodyCanBeAskedTheRefusalIsInTheStatus() throws Exception {
    settings("max_posts_per_month: 100000");
    x.failNext(Fault.answer(Answer.text(503, "")), 2);

    Ended refused = lake.run("run");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("is more than $10.00: nothing was read. Call it with --yes");
    assertThat(lake.run("status").out())
        .contains("  the whole run (run-", "is more than $10.00: nothing was read.");
  }

  private void assertRefused(int code, String reason, String... options) throws Exception {
    String[] command = new String[options.length + 1];
    command[0] = "run";
    System.arraycopy(options, 0, command, 1, options.length);
    Ended refused = lake.run(command);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.err()).contains(reason);
  }

  private void settings(String limits) throws Exception {
    Files.writeString(
        folder.resolve("lake.yaml"), "subjects: [{name: coffee, query: coffee, " + limits + "}]");
  }
}
