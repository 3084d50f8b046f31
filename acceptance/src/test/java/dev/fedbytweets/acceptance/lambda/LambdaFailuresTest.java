package dev.fedbytweets.acceptance.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The error names under which failures reach the state machine.
class LambdaFailuresTest {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";
  private static final String OLD_TOKEN = "made-up-token-that-was-revoked";

  @TempDir private static Path directory;
  private static AwsAccount account;
  private static XStandIn x;
  private static RuntimeApiDouble getTweets;

  @BeforeAll
  static void start() throws Exception {
    account = AwsAccount.start(directory, TOKEN);
    x =
        XStandIn.start(
            StandInRules.USUAL
                .withToken(TOKEN)
                .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(1)));
    getTweets = Functions.process(Function.GET_TWEETS, environment());
  }

  @AfterAll
  static void stop() throws Exception {
    getTweets.close();
    x.close();
    account.close();
  }

  @BeforeEach
  void useTheRightToken() {
    account.rotateToken(TOKEN);
  }

  @AfterEach
  void noTokenWasWritten() {
    assertThat(getTweets.output()).doesNotContain(TOKEN, OLD_TOKEN);
  }

  @Test
  void aTokenThatXRefusesNeedsAPersonAndARotatedOneIsFound() throws Exception {
    account.rotateToken(OLD_TOKEN);
    try (RuntimeApiDouble lambda = Functions.process(Function.GET_TWEETS, environment())) {

      Invocation refused = lambda.invoke(event("refused-token", "coffee"), Functions.PATIENCE);

      assertFailed(refused, MisconfiguredException.class, "subject 'refused-token'", "401");
      account.rotateToken(TOKEN);
      assertThat(lambda.invoke(event("refused-token", "coffee"), Functions.PATIENCE))
          .isInstanceOf(Succeeded.class);
      assertThat(lambda.output()).doesNotContain(TOKEN, OLD_TOKEN);
    }
  }

  @Test
  void anOverloadedXCanBeAskedAgain() throws Exception {
    x.failNext(Fault.serverFailure(503));

    Invocation failed = getTweets.invoke(event("overloaded", "coffee"), Functions.PATIENCE);

    assertFailed(failed, RetryableException.class, "subject 'overloaded'", "503");
    assertThat(getTweets.invoke(event("overloaded", "coffee"), Functions.PATIENCE))
        .isInstanceOf(Succeeded.class);
  }

  @Test
  void aQueryThatXRefusesIsRejected() throws Exception {
    Invocation failed = getTweets.invoke(event("unbalanced", "(coffee"), Functions.PATIENCE);

    assertFailed(failed, RejectedException.class, "subject 'unbalanced'", "400");
  }

  @Test
  void anEventThatIsNotTheContractIsRejected() throws Exception {
    Invocation failed =
        getTweets.invoke("{\"run\": {\"name\": \"r\"}, \"subjects\": []}", Functions.PATIENCE);

    assertFailed(failed, RejectedException.class, "the event is not valid", "run.started_at");
  }

  @ParameterizedTest
  @EnumSource
  void aMissingSettingIsReportedAtTheStart(Function function) throws Exception {
    Map<String, String> environment = environment();
    environment.remove("LAKE_BUCKET");
    try (RuntimeApiDouble lambda = Functions.process(function, environment)) {

      Invocation failed = lambda.invoke("{}", Functions.PATIENCE);

      assertFailed(failed, MisconfiguredException.class, "LAKE_BUCKET");
    }
  }

  private static void assertFailed(Invocation result, Class<?> type, String... words) {
    assertThat(result).isInstanceOf(Failed.class);
    Failed failed = (Failed) result;
    assertThat(failed.errorType()).as(failed.errorMessage()).isEqualTo(type.getName());
    assertThat(failed.errorMessage()).contains(words).doesNotContain(TOKEN, OLD_TOKEN);
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(account.environment());
    environment.put("X_API_URL", x.uri().toString());
    return environment;
  }

  private static String event(String subject, String query) {
    return """
    {"run": {"name": "failing", "started_at": "2026-11-21T10:00:00.123Z"},
     "subject": {"name": "%s", "query": "%s"}}
    """
        .formatted(subject, query);
  }
}
