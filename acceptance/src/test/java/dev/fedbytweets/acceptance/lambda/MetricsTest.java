package dev.fedbytweets.acceptance.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CheckpointStore;
import dev.fedbytweets.gettweets.checkpoint.Coverage;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the functions write for alarms and dashboard, on standard output as Lambda takes it:
/// each metric is provoked, and written once however often the step is repeated.
class MetricsTest {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";
  private static final SubjectName COFFEE = new SubjectName("coffee");

  @SuppressWarnings("TimeInStaticInitializer") // the stand-in of X searches the last days
  private static final Run RUN = new Run(new RunName("run-1"), Instant.now());

  private static final GetTweetsInput COLLECT =
      new GetTweetsInput(RUN, new Subject(COFFEE, "(coffee OR tea) -is:retweet"));

  @TempDir private Path directory;
  private AwsAccount account;
  private XStandIn x;
  private S3ObjectStore store;

  @BeforeEach
  void start() throws Exception {
    account = AwsAccount.start(directory, TOKEN);
    store = S3ObjectStore.open(account.settings());
    x =
        XStandIn.start(
            StandInRules.USUAL
                .withToken(TOKEN)
                .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(12)));
  }

  @AfterEach
  void stop() throws Exception {
    x.close();
    account.close();
  }

  @Test
  void postsAndTheirChargeAreWrittenByTheInvocationThatReadThem() throws Exception {
    try (RuntimeApiDouble getTweets = process(Function.GET_TWEETS)) {
      JsonNode collected = collectToEnd(getTweets);
      collectToEnd(getTweets);

      Map<String, BigDecimal> sums = sums(getTweets);
      assertThat(collected.path("pages").asInt()).isGreaterThan(1);
      assertThat(sums).containsOnlyKeys("PostsRead", "EstimatedChargeUsd");
      assertThat(sums.get("PostsRead"))
          .isEqualByComparingTo(collected.at("/counts/read").decimalValue());
      assertThat(sums.get("EstimatedChargeUsd"))
          .isEqualByComparingTo(collected.path("estimated_charge_usd").decimalValue());
    }
  }

  @Test
  void aGapIsWrittenOnce() throws Exception {
    Instant lastCollected = Instant.now().minus(Duration.ofDays(10));
    new CheckpointStore(store)
        .open(COFFEE)
        .save(Checkpoint.start(COFFEE).with(Coverage.of(null, lastCollected, List.of())));

    try (RuntimeApiDouble getTweets = process(Function.GET_TWEETS)) {
      JsonNode collected = collectToEnd(getTweets);
      collectToEnd(getTweets);

      assertThat(collected.path("gaps").asInt()).isEqualTo(1);
      assertThat(sums(getTweets).get("Gaps")).isEqualByComparingTo("1");
    }
  }

  @Test
  void anAccountWithoutCreditsIsWrittenBeforeTheInvocationFails() throws Exception {
    x.failNext(Fault.creditsDepleted());

    try (RuntimeApiDouble getTweets = process(Function.GET_TWEETS)) {
      Invocation result = invoke(getTweets, COLLECT);

      assertThat(result).isInstanceOf(Failed.class);
      assertThat(sums(getTweets)).containsOnlyKeys("PaymentRequired");
      assertThat(sums(getTweets).get("PaymentRequired")).isEqualByComparingTo("1");
    }
  }

  @Test
  void quarantinedRowsAreWrittenOnce() throws Exception {
    PageByHand.store(store, RUN, COFFEE);

    assertRowsQuarantined(
        Function.PROCESS_RAW, List.of(new ProcessRawInput(RUN)), PageByHand.SET_ASIDE_BY_BRONZE);
    assertRowsQuarantined(
        Function.TO_SILVER,
        List.of(
            new ToSilverInput(RUN, Entity.TWEETS),
            new ToSilverInput(RUN, Entity.USERS),
            new ToSilverInput(RUN, Entity.PLACES),
            new ToSilverInput(RUN, Entity.MEDIA)),
        PageByHand.SET_ASIDE_BY_SILVER);
  }

  /// Each event comes twice.
  private void assertRowsQuarantined(Function function, List<Record> events, int rows)
      throws Exception {
    try (RuntimeApiDouble lambda = process(function)) {
      for (Record event : events) {
        answer(lambda, event);
        answer(lambda, event);
      }

      assertThat(sums(lambda)).containsOnlyKeys("RowsQuarantined");
      assertThat(sums(lambda).get("RowsQuarantined"))
          .isEqualByComparingTo(BigDecimal.valueOf(rows));
    }
  }

  private RuntimeApiDouble process(Function function) throws Exception {
    Map<String, String> environment = new HashMap<>(account.environment());
    environment.put("X_API_URL", x.uri().toString());
    environment.put("X_PAGES_PER_INVOCATION", "1");
    return Functions.process(function, environment);
  }

  /// As the state machine loops, one page at a time.
  private static JsonNode collectToEnd(RuntimeApiDouble getTweets) throws Exception {
    JsonNode answer = answer(getTweets, COLLECT);
    while (answer.path("status").asText().equals("more")) {
      answer = answer(getTweets, COLLECT);
    }
    assertThat(answer.path("status").asText()).isEqualTo("done");
    return answer;
  }

  private static JsonNode answer(RuntimeApiDouble lambda, Record event) throws Exception {
    Invocation result = invoke(lambda, event);
    assertThat(result).as(lambda.output()).isInstanceOf(Succeeded.class);
    return StepJson.MAPPER.readTree(((Succeeded) result).body());
  }

  private static Invocation invoke(RuntimeApiDouble lambda, Record event) throws Exception {
    return lambda.invoke(StepJson.MAPPER.writeValueAsString(event), Functions.PATIENCE);
  }

  /// What CloudWatch makes of the lines that the process wrote: the sum of each metric.
  private static Map<String, BigDecimal> sums(RuntimeApiDouble lambda) throws Exception {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String text : lambda.output().lines().filter(line -> line.contains("_aws")).toList()) {
      JsonNode line = StepJson.MAPPER.readTree(text);
      JsonNode directives = line.at("/_aws/CloudWatchMetrics");
      assertThat(directives).hasSize(1);
      JsonNode directive = directives.path(0);
      assertThat(line.at("/_aws/Timestamp").longValue())
          .isCloseTo(System.currentTimeMillis(), within(600_000L));
      assertThat(directive.path("Namespace").textValue()).isEqualTo("FedByTweets");
      assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Environment\"]]");
      assertThat(line.path("Environment").textValue()).isEqualTo(AwsAccount.ENVIRONMENT);
      for (JsonNode metric : directive.path("Metrics")) {
        JsonNode value = line.path(metric.path("Name").textValue());
        assertThat(value.isNumber()).as(text).isTrue();
        sums.merge(metric.path("Name").textValue(), value.decimalValue(), BigDecimal::add);
      }
    }
    return sums;
  }
}
