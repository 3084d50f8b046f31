package dev.fedbytweets.acceptance.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.ExecutionResult.Succeeded;
import dev.fedbytweets.states.SkippingClock;
import dev.fedbytweets.states.StateMachine;
import dev.fedbytweets.states.StateMachineRunner;
import dev.fedbytweets.states.TaskFailure;
import dev.fedbytweets.states.TaskInvoker;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The definition that Terraform deploys, whose tasks are the functions under the real runtime
/// client, over a bucket that keeps versions: what is forgotten is in none of them.
class ForgetOverLambdaTest {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";
  private static final String BATCH = "2026-11-29";
  private static final String INPUT =
      "{\"requests\": \"state/forget-requests/%s.json\"}".formatted(BATCH);
  private static final Path DEFINITION = Path.of("..", "statemachine", "forget.asl.json");

  @TempDir private static Path directory;
  private static AwsAccount account;
  private static XStandIn x;
  private static Functions functions;
  private static S3Client s3;
  private static Map<String, String> environment;
  private static StoredVersions versions;

  @BeforeAll
  static void start() throws Exception {
    account = AwsAccount.startVersioned(TOKEN);
    x =
        XStandIn.start(
            StandInRules.USUAL
                .withToken(TOKEN)
                .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(12)));
    environment = new HashMap<>(account.environment());
    environment.put("X_API_URL", x.uri().toString());
    functions = Functions.start(environment, Function.FORGET);
    s3 = StoredVersions.newClient();
    versions = new StoredVersions(s3, AwsAccount.BUCKET);
  }

  @AfterAll
  static void stop() throws Exception {
    s3.close();
    functions.close();
    x.close();
    account.close();
  }

  @Test
  void whatIsForgottenIsInNoVersionOfAnyObject() throws Exception {
    ingest("first", "coffee");
    ingest("second", "tea");
    List<SilverTweet> tweets = tweets();
    List<String> posts = tweets.stream().limit(5).map(tweet -> Long.toString(tweet.id())).toList();
    String user = Long.toString(tweets.getLast().authorId());
    Set<String> identifiers = new HashSet<>(posts);
    identifiers.add(user);
    tweets.stream()
        .filter(tweet -> Long.toString(tweet.authorId()).equals(user))
        .forEach(tweet -> identifiers.add(Long.toString(tweet.id())));
    assertThat(named("before", identifiers)).isNotEmpty();
    assertThat(versions.old()).isNotEmpty();
    s3.putObject(
        put -> put.bucket(AwsAccount.RESULTS).key("answer.csv"), RequestBody.fromString(user));
    new ForgetRequest(posts, List.of(user), List.of(), List.of(), "asked for", Instant.now())
        .store(S3ObjectStore.open(account.settings()), BATCH);

    ExecutionResult first = forget("killed-between-steps", INPUT, new Killing());

    assertThat(first).isInstanceOf(Succeeded.class);
    JsonNode done = ((Succeeded) first).output();
    assertThat(done.path("found").asLong()).isZero();
    assertThat(named("after", identifiers)).isEmpty();
    // What was written at the end, as hashes.
    assertThat(versions.old()).allMatch(key -> key.startsWith(LakeLayout.FORGOTTEN));
    assertThat(s3.listObjectsV2(list -> list.bucket(AwsAccount.RESULTS)).contents()).isEmpty();
    assertThat(tweets())
        .hasSize(
            tweets.size() - (int) tweets.stream().filter(at -> isGone(at, identifiers)).count());
    List<String> states = account.tableStates();
    List<String> keys = keys();

    ExecutionResult again = forget("again", INPUT, functions);

    assertThat(again).isInstanceOf(Succeeded.class);
    assertThat(account.tableStates()).isEqualTo(states);
    assertThat(keys()).isEqualTo(keys);
    assertThat(named("again", identifiers)).isEmpty();

    // The same posts once more, by a process that has not read the tombstones before. An older one
    // reads them anew after a minute, which the machine waits for and this test does not.
    functions.restart(Function.GET_TWEETS, environment);
    ingest("third", "espresso");
    assertThat(tweets()).extracting(SilverTweet::subject).contains("espresso");
    assertThat(named("third", identifiers)).isEmpty();

    // A subject goes, and silver has what others have.
    ExecutionResult subject = forget("subject", "{\"subjects\": [\"tea\"]}", functions);

    assertThat(subject).isInstanceOf(Succeeded.class);
    assertThat(((Succeeded) subject).output().path("merges_anew").asBoolean()).isTrue();
    assertThat(tweets())
        .extracting(SilverTweet::subject)
        .contains("espresso", "coffee")
        .doesNotContain("tea");
    assertThat(rows(SilverDefinitions.USERS)).isNotEmpty();
    assertThat(versions.all())
        .extracting(version -> version.key())
        .doesNotContain("state/collector/tea.json");

    ExecutionResult lifted = forget("lift", "{\"lift\": \"subject\"}", functions);

    assertThat(((Succeeded) lifted).output().toString()).isEqualTo("{\"lifted\":\"subject\"}");
  }

  private static boolean isGone(SilverTweet tweet, Set<String> identifiers) {
    return identifiers.contains(Long.toString(tweet.id()));
  }

  private static List<String> keys() {
    return versions.all().stream()
        .map(version -> version.key() + " " + version.eTag())
        .filter(version -> !version.startsWith(LakeLayout.FORGOTTEN))
        .toList();
  }

  private static Set<String> named(String name, Set<String> identifiers) throws Exception {
    return versions.naming(Files.createDirectory(directory.resolve(name)), identifiers);
  }

  private static List<SilverTweet> tweets() {
    return rows(SilverDefinitions.TWEETS);
  }

  private static <R extends Record> List<R> rows(TableDefinition<R> definition) {
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      return TableContents.of(tables.table(definition), definition);
    }
  }

  private static void ingest(String name, String subject) throws Exception {
    String input =
        """
        {"subjects": [{"name": "%s", "query": "(coffee OR tea) -is:retweet", "media": true}]}
        """
            .formatted(subject);
    assertThat(run(Definition.machine(), name, functions, input)).isInstanceOf(Succeeded.class);
  }

  private static ExecutionResult forget(String name, String input, TaskInvoker tasks)
      throws Exception {
    StateMachine machine =
        StateMachine.parse(
            Files.readString(DEFINITION),
            Map.of(
                "forget_arn", "forget",
                "process_raw_arn", "process-raw",
                "ingest_machine_arn", "arn:ingest",
                "maintain_machine_arn", "arn:maintain",
                "gold_machine_arn", "arn:gold"));
    return run(machine, name, new NothingRuns(tasks), input);
  }

  private static ExecutionResult run(
      StateMachine machine, String name, TaskInvoker tasks, String input) throws Exception {
    SkippingClock time = new SkippingClock(InstantSource.system());
    return new StateMachineRunner(tasks, time, time, _ -> {})
        .run(machine, name, Instant.now(), StepJson.MAPPER.readTree(input));
  }

  /// Step Functions, where no execution runs but those that are started here, of ingest.
  private record NothingRuns(TaskInvoker tasks) implements TaskInvoker {

    @Override
    public JsonNode invoke(String resource, JsonNode input, Duration timeout) throws Exception {
      if (resource.endsWith(":startExecution.sync:2")) {
        assertThat(input.path("StateMachineArn").textValue()).isEqualTo("arn:ingest");
        String started = input.path("Input").toString();
        assertThat(run(Definition.machine(), "started", tasks, started))
            .isInstanceOf(Succeeded.class);
        return StepJson.MAPPER.createObjectNode();
      }
      return resource.endsWith(":sfn:listExecutions")
          ? StepJson.MAPPER.readTree("{\"Executions\": []}")
          : tasks.invoke(resource, input, timeout);
    }
  }

  /// Lets each step of forgetting happen and its answer get lost, each time that it is new.
  private static final class Killing implements TaskInvoker {

    private final List<String> seen = new ArrayList<>();

    @Override
    public JsonNode invoke(String resource, JsonNode input, Duration timeout) throws Exception {
      JsonNode answer = functions.invoke(resource, input, timeout);
      String step = resource + input.at("/progress/step") + input.at("/progress/after");
      if (resource.equals("forget") && !seen.contains(step)) {
        seen.add(step);
        if (seen.size() % 8 == 0) {
          functions.restart(Function.FORGET, environment);
        }
        throw TaskFailure.reported("Sandbox.Timedout", "Task timed out");
      }
      return answer;
    }
  }
}
