package dev.fedbytweets.acceptance.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.IngestTask;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The functions as AWS starts them: a process each, the runtime client, settings from the
/// environment, and nothing else. The events are those that the state machine sends.
class LambdaRuntimeTest {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";
  private static final int POSTS_PER_HOUR = 12;

  /// The stand-in of X sends them since X may send anything.
  private static final List<String> INVENTED_FIELDS =
      List.of("data.public_metrics.echo_count", "data.sky_note");

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
    assertThat(functions.output()).contains("step finished").doesNotContain(TOKEN);
  }

  @Test
  void postsComeFromSearchToSilver() throws Exception {
    Run run = new Run(new RunName("scheduled-1"), Instant.now());
    Subject subject = subject("coffee", "(coffee OR tea) -is:retweet").withMedia();

    JsonNode collected =
        functions.answer(IngestTask.GET_TWEETS.functionName(), new GetTweetsInput(run, subject));
    JsonNode bronze =
        functions.answer(IngestTask.PROCESS_RAW.functionName(), new ProcessRawInput(run));
    JsonNode tweets = merge(IngestTask.TWEETS_TO_SILVER.functionName(), run, Entity.TWEETS);
    JsonNode users = merge(IngestTask.USERS_TO_SILVER.functionName(), run, Entity.USERS);
    JsonNode places = merge(IngestTask.PLACES_TO_SILVER.functionName(), run, Entity.PLACES);
    JsonNode media = merge(IngestTask.PLACES_TO_SILVER.functionName(), run, Entity.MEDIA);

    assertThat(collected.path("status").asText()).isEqualTo("done");
    assertThat(collected.path("reason").asText()).isEqualTo("window_complete");
    assertThat(collected.path("pages").asInt()).isGreaterThan(1);
    int posts = collected.at("/counts/read").asInt();
    assertThat(bronze.path("status").asText()).isEqualTo("done");
    assertThat(bronze.path("pages")).isEqualTo(collected.path("pages"));
    assertThat(bronze.path("broken_pages").asInt()).isZero();
    assertThat(bronze.path("unknown_fields").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(INVENTED_FIELDS);
    assertThat(bronze.at("/tweets/written").asInt()).isEqualTo(posts);
    assertThat(tweets.at("/counts/written").asInt()).isEqualTo(posts);
    assertThat(users.at("/counts/read")).isEqualTo(bronze.at("/users/written"));
    assertThat(places.at("/counts/read")).isEqualTo(bronze.at("/places/written"));
    assertThat(bronze.path("has_media").asBoolean()).isTrue();
    assertThat(media.at("/counts/read")).isEqualTo(bronze.at("/media/written"));
    assertThat(silverIds("coffee"))
        .hasSize(posts)
        .containsExactlyInAnyOrderElementsOf(bronzeIds("coffee"));
    assertThat(rows(SilverDefinitions.USERS)).isNotEmpty();
    assertThat(rows(SilverDefinitions.PLACES)).isNotEmpty();
    assertThat(rows(SilverDefinitions.MEDIA)).hasSize(collected.path("media_read").asInt());
    assertThat(functions.output()).contains("\"run\":\"scheduled-1\"");
  }

  @Test
  void eventsThatAreDeliveredTwiceChangeNothing() throws Exception {
    Run run = new Run(new RunName("delivered-twice"), Instant.now());
    Subject subject = subject("again", "coffee -is:retweet");
    List<JsonNode> first = bringToSilver(run, subject);
    List<String> states = account.tableStates();

    List<JsonNode> second = bringToSilver(run, subject);

    assertThat(second).isEqualTo(first);
    assertThat(account.tableStates()).isEqualTo(states);
    assertThat(silverIds("again")).isNotEmpty().doesNotHaveDuplicates();
  }

  private static List<JsonNode> bringToSilver(Run run, Subject subject) throws Exception {
    List<JsonNode> answers = new ArrayList<>();
    answers.add(
        functions.answer(IngestTask.GET_TWEETS.functionName(), new GetTweetsInput(run, subject)));
    JsonNode bronze =
        functions.answer(IngestTask.PROCESS_RAW.functionName(), new ProcessRawInput(run));
    answers.add(bronze.path("tweets"));
    answers.add(
        merge(IngestTask.TWEETS_TO_SILVER.functionName(), run, Entity.TWEETS).path("counts"));
    answers.add(merge(IngestTask.USERS_TO_SILVER.functionName(), run, Entity.USERS).path("counts"));
    answers.add(
        merge(IngestTask.PLACES_TO_SILVER.functionName(), run, Entity.PLACES).path("counts"));
    answers.add(
        merge(IngestTask.PLACES_TO_SILVER.functionName(), run, Entity.MEDIA).path("counts"));
    return answers;
  }

  private static JsonNode merge(String function, Run run, Entity table) throws Exception {
    JsonNode answer = functions.answer(function, new ToSilverInput(run, table));
    assertThat(answer.path("status").asText()).isEqualTo("done");
    assertThat(answer.path("table").asText()).isEqualTo(table.lowerCase());
    assertThat(answer.at("/counts/rejected").asInt()).isZero();
    return answer;
  }

  private static List<Long> silverIds(String subject) {
    return rows(SilverDefinitions.TWEETS).stream()
        .filter(row -> row.subject().equals(subject))
        .map(SilverTweet::id)
        .toList();
  }

  private static List<Long> bronzeIds(String subject) {
    return rows(BronzeDefinitions.TWEETS).stream()
        .filter(row -> row.subject().equals(subject))
        .map(Tweet::id)
        .map(Long::valueOf)
        .toList();
  }

  private static <R extends Record> List<R> rows(TableDefinition<R> definition) {
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      return TableContents.of(tables.table(definition), definition);
    }
  }

  private static Subject subject(String name, String query) {
    return new Subject(new SubjectName(name), query);
  }
}
