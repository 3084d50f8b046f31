package dev.fedbytweets.judges.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aws.lambda.StepJson;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.judges.account.AwsAccount;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.local.states.ExecutionResult;
import dev.fedbytweets.local.states.ExecutionResult.Succeeded;
import dev.fedbytweets.local.states.SkippingTime;
import dev.fedbytweets.local.states.StateMachineRunner;
import dev.fedbytweets.local.x.Fault;
import dev.fedbytweets.local.x.StandInRules;
import dev.fedbytweets.local.x.XStandIn;
import dev.fedbytweets.local.x.posts.MadeUpPosts;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableRows;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The definition that Terraform deploys, whose tasks are the functions under the real runtime
/// client.
class IngestOverLambdaTest {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";
  private static final int POSTS_PER_HOUR = 6;
  private static final String INPUT =
      """
      {"subjects": [
        {"name": "coffee", "query": "coffee -is:retweet"},
        {"name": "broken", "query": "(coffee"},
        {"name": "tea", "query": "tea -is:retweet"}]}
      """;

  @TempDir private Path directory;

  @Test
  void aRunGoesFromSearchToSilverThoughXFailsOnceAndRefusesOneSubject() throws Exception {
    try (AwsAccount account = AwsAccount.start(directory, TOKEN);
        XStandIn x = startX();
        Functions functions = Functions.start(environment(account, x))) {
      x.failNext(Fault.serverFailure(503));

      ExecutionResult result = run(functions);

      assertThat(result).isInstanceOf(Succeeded.class);
      JsonNode output = ((Succeeded) result).output();
      assertReport(output);
      long posts = posts(output, 0) + posts(output, 2);
      try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
        assertThat(
                TableRows.of(
                    tables.table(SilverDefinitions.TWEETS), SilverDefinitions.TWEETS.row()))
            .hasSize((int) posts);
      }
      assertThat(functions.output()).doesNotContain(TOKEN);
    }
  }

  private static void assertReport(JsonNode output) {
    assertThat(output.at("/run/name").asText()).isEqualTo("scheduled-1");
    assertThat(output.at("/collected/0/status").asText()).isEqualTo("done");
    assertThat(output.at("/collected/0/pages").asInt()).isGreaterThan(1);
    assertThat(output.at("/collected/1/status").asText()).isEqualTo("failed");
    assertThat(output.at("/collected/1/error").asText())
        .isEqualTo(RejectedException.class.getName());
    assertThat(output.at("/collected/1/cause").asText()).startsWith("subject 'broken'");
    assertThat(output.at("/collected/2/status").asText()).isEqualTo("done");
  }

  private static long posts(JsonNode output, int subject) {
    long posts = output.at("/collected/%d/counts/read".formatted(subject)).asLong();
    assertThat(posts).isPositive();
    return posts;
  }

  private static ExecutionResult run(Functions functions) throws Exception {
    SkippingTime time = new SkippingTime(InstantSource.system());
    return new StateMachineRunner(functions, time, time, _ -> {})
        .run(Definition.machine(), "scheduled-1", Instant.now(), StepJson.MAPPER.readTree(INPUT));
  }

  private static XStandIn startX() {
    return XStandIn.start(
        StandInRules.USUAL
            .withToken(TOKEN)
            .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(POSTS_PER_HOUR)));
  }

  /// One page for each invocation, so that the definition's loop is gone through.
  private static Map<String, String> environment(AwsAccount account, XStandIn x) {
    Map<String, String> environment = new HashMap<>(account.environment());
    environment.put("X_API_URL", x.uri().toString());
    environment.put("X_PAGES_PER_INVOCATION", "1");
    return environment;
  }
}
