package dev.fedbytweets.acceptance.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.ExecutionResult.Failed;
import dev.fedbytweets.states.ExecutionResult.Succeeded;
import dev.fedbytweets.states.SkippingClock;
import dev.fedbytweets.states.StateMachineRunner;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The definition that Terraform deploys, whose tasks are the functions under the real runtime
/// client.
class IngestOverLambdaTest {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";
  private static final int POSTS_PER_HOUR = 12;

  @TempDir private static Path directory;
  private static AwsAccount account;
  private static XStandIn x;
  private static Functions functions;

  @BeforeAll
  static void start() throws Exception {
    account = AwsAccount.start(directory, TOKEN);
    x =
        XStandIn.start(
            StandInRules.USUAL
                .withToken(TOKEN)
                .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(POSTS_PER_HOUR)));
    Map<String, String> environment = new HashMap<>(account.environment());
    environment.put("X_API_URL", x.uri().toString());
    // So that the definition's loop is gone through.
    environment.put("X_PAGES_PER_INVOCATION", "1");
    functions = Functions.start(environment);
  }

  @AfterAll
  static void stop() throws Exception {
    functions.close();
    x.close();
    account.close();
  }

  @AfterEach
  void noTokenWasWritten() {
    assertThat(functions.output()).doesNotContain(TOKEN);
  }

  @Test
  void postsComeFromSearchToSilverThoughXFailsOnce() throws Exception {
    x.failNext(Fault.serverFailure(503));

    ExecutionResult result =
        run(
            "failing-once",
            """
            {"subjects": [
              {"name": "coffee", "query": "(coffee OR tea) -is:retweet"},
              {"name": "espresso", "query": "(espresso OR chá) -is:retweet"}]}
            """);

    assertThat(result).isInstanceOf(Succeeded.class);
    JsonNode report = ((Succeeded) result).output();
    assertThat(report.at("/run/name").asText()).isEqualTo("failing-once");
    assertThat(report.at("/subject_failed").asText()).isEqualTo("false");
    assertThat(report.at("/bronze/status").asText()).isEqualTo("done");
    assertCollected(report.at("/subjects/0"), "coffee");
    assertCollected(report.at("/subjects/1"), "espresso");
    assertThat(report.at("/subjects/0/pages").asInt()).isGreaterThan(1);
  }

  @Test
  void aSubjectThatXRefusesFailsTheRunAndTheOthersAreInTheTables() throws Exception {
    ExecutionResult result =
        run(
            "refused",
            """
            {"subjects": [
              {"name": "unbalanced", "query": "(coffee"},
              {"name": "after-it", "query": "coffee -is:retweet"}]}
            """);

    assertThat(result).isInstanceOf(Failed.class);
    Failed failed = (Failed) result;
    assertThat(failed.error()).isEqualTo("SubjectsNotCollected");
    assertThat(failed.cause())
        .startsWith("1 of 2 subjects could not be collected: [\"unbalanced\"]")
        .contains("subject 'unbalanced'", RejectedException.class.getName());
    assertThat(postsInSilver("after-it")).isPositive();
  }

  private static void assertCollected(JsonNode collected, String subject) {
    assertThat(collected.path("status").asText()).isEqualTo("done");
    assertThat(collected.path("subject").asText()).isEqualTo(subject);
    assertThat(collected.at("/counts/read").asLong()).isPositive();
    assertThat(postsInSilver(subject)).isEqualTo(collected.at("/counts/read").asLong());
  }

  private static long postsInSilver(String subject) {
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      return TableContents.of(tables.table(SilverDefinitions.TWEETS), SilverDefinitions.TWEETS)
          .stream()
          .filter(row -> row.subject().equals(subject))
          .count();
    }
  }

  private static ExecutionResult run(String name, String input) throws Exception {
    SkippingClock time = new SkippingClock(InstantSource.system());
    return new StateMachineRunner(functions, time, time, _ -> {})
        .run(Definition.machine(), name, Instant.now(), StepJson.MAPPER.readTree(input));
  }
}
