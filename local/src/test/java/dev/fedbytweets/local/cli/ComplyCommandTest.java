package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.comply.ComplianceCheck;
import dev.fedbytweets.local.cli.LakeProcess.Ended;
import dev.fedbytweets.local.cli.LakeProcess.Running;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake comply` as a process, against a stand-in of X.
class ComplyCommandTest {

  private static final long FIRST = 1_700_000_000_000_000_001L;
  private static final long SECOND = 1_700_000_000_000_000_002L;
  private static final long THIRD = 1_700_000_000_000_000_003L;

  @TempDir private Path folder;

  private final XStandIn x = XStandIn.start(StandInRules.USUAL);
  private Commands commands;
  private LakeProcess lake;

  @BeforeEach
  void importPosts() throws IOException {
    commands = new Commands(folder.resolve("lake-data"));
    commands.importPosts(FIRST, SECOND, THIRD);
    x.compliance().takes(Duration.ofSeconds(1));
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
  void whatIsGoneAtXIsForgottenAfterADryRunSaidSo() throws Exception {
    x.compliance().happened("tweets", Long.toString(FIRST), "deleted", Instant.now());
    x.compliance().happened("users", "4", "suspended", null);

    Ended dry = lake.run("comply", "--dry-run");
    assertThat(dry.code()).as(dry.toString()).isZero();
    assertThat(dry.err()).contains("X is asked about 3 posts and 3 users (comply-");
    assertThat(dry.out())
        .contains("1 post and 1 user would go", "silver.tweets: 2 rows would go", "nothing was");
    assertThat(posts()).hasSize(3);
    assertThat(lake.run("comply", "--dry-run").out()).contains("1 post and 1 user would go");
    assertThat(folder.resolve("lake-data/state/forget-requests")).doesNotExist();

    Ended done = lake.run("comply");
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(done.out())
        .contains(
            "of 3 posts and 3 users at X: 1 deleted, 1 suspended",
            "silver.tweets: 2 rows removed",
            "nothing of it is left");
    assertThat(posts()).containsExactly(Long.toString(SECOND));
    try (Stream<Path> requests = Files.list(folder.resolve("lake-data/state/forget-requests"))) {
      assertThat(requests).isEmpty();
    }
    assertThat(commands.call("status"))
        .containsPattern("compliance\nthe last check began .*: it is done\n");
    assertThat(
            x.log().requests().stream()
                .filter(request -> request.request().method().equals("POST")))
        .as("the results of the dry run are used")
        .hasSize(4);
  }

  @Test
  void aUserWhoTookPlacesAwayLosesThoseUpToThen() throws Exception {
    Path page = folder.resolve("places.json");
    Files.writeString(
        page,
        "{\"data\":[{\"id\":\"1700000000000000005\",\"text\":\"a\",\"author_id\":\"77\",\"geo\":{\"place_id\":\"p\"}},"
            + "{\"id\":\"1990000000000000005\",\"text\":\"b\",\"author_id\":\"77\",\"geo\":{\"place_id\":\"p\"}}],"
            + "\"includes\":{\"users\":[{\"id\":\"77\",\"name\":\"N\",\"username\":\"u\"}],"
            + "\"places\":[{\"id\":\"p\",\"full_name\":\"P\"}]}}");
    commands.call("import", "--subject", "coffee", page.toString());
    x.compliance().happened("users", "77", "scrub_geo", Instant.parse("2024-06-01T00:00:00Z"));

    Ended done = lake.run("comply");

    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(
            commands.rows(
                "SELECT id FROM silver.tweets WHERE author_id = 77 AND place_id IS NOT NULL"))
        .containsExactly("1990000000000000005");
    assertThat(lake.run("comply").out()).contains("nothing has to go");
  }

  @Test
  void anInterruptedCheckGoesOn() throws Exception {
    x.compliance().happened("tweets", Long.toString(FIRST), "deleted", null);
    x.compliance().takes(Duration.ofHours(1));
    Running waiting = lake.start("comply");
    while (submitted() < 2) {
      assertThat(waiting.process().isAlive()).as(waiting.saidSoFar()).isTrue();
      Thread.sleep(50);
    }
    waiting.process().destroy();
    Ended interrupted = LakeProcess.end(waiting);
    assertThat(interrupted.err())
        .contains("interrupted: the same command goes on where this one stopped");
    x.advance(Duration.ofHours(1));

    Ended done = lake.run("comply", "--quiet");

    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(done.out()).isEmpty();
    assertThat(posts()).containsExactly(Long.toString(SECOND), Long.toString(THIRD));
  }

  @Test
  void anAccountWithoutAccessIsToldSoPlainly() throws Exception {
    x.compliance().setAccess(false);

    Ended ended = lake.run("comply");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains(
            "error: compliance jobs: the account at X has no access to compliance jobs (403,");
    assertThat(new LakeProcess(folder).run("comply").err()).contains("X_BEARER_TOKEN is not set");
  }

  @Test
  void statusSaysWhenACheckIsOverdue() throws Exception {
    assertThat(commands.call("status")).doesNotContain("compliance");
    Instant begun = Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
    Path state = Files.createDirectories(folder.resolve("lake-data/state/compliance"));
    Files.writeString(
        state.resolve("check.json"),
        ("{\"name\":\"comply-1\",\"begun_at\":\"%s\",\"deadline\":\"%s\",\"posts\":3,\"users\":3,"
                + "\"parts\":[],\"has_request\":false,\"counts\":{},\"has_worked\":true}")
            .formatted(begun, begun.plus(ComplianceCheck.LONGEST)));

    assertThat(commands.call("status"))
        .contains("the last check began " + begun + ": it is under way");
    assertThat(commands.complained())
        .contains("it is overdue since " + begun.plus(ComplianceCheck.LONGEST));
  }

  /// How many jobs X works on.
  private int submitted() throws IOException {
    Path state = folder.resolve("lake-data/state/compliance/check.json");
    return Files.exists(state)
        ? Files.readString(state).split("\"step\":\"submitted\"", -1).length - 1
        : 0;
  }

  private List<String> posts() {
    return commands.rows("SELECT id FROM silver.tweets ORDER BY id");
  }
}
