package dev.fedbytweets.judges.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.judges.account.AwsAccount;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.local.x.StandInRules;
import dev.fedbytweets.local.x.XStandIn;
import dev.fedbytweets.local.x.posts.MadeUpPosts;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableRows;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The functions as AWS starts them: a process each, the runtime client, settings from the
/// environment, and nothing else.
class LambdaRuntimeTest {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";
  private static final int POSTS_PER_HOUR = 12;
  private static final Subject COFFEE =
      new Subject(new SubjectName("coffee"), "(coffee OR tea) -is:retweet", null, null);

  @TempDir private Path directory;
  private AwsAccount account;
  private XStandIn x;
  private Functions functions;

  @BeforeEach
  void start() throws Exception {
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

  @AfterEach
  void stop() throws Exception {
    functions.close();
    x.close();
    account.close();
  }

  @Test
  void postsComeFromSearchToSilver() throws Exception {
    Run run = new Run(new RunName("scheduled-1"), Instant.now());

    JsonNode collected = functions.answer(Definition.GET_TWEETS, new GetTweetsInput(run, COFFEE));
    JsonNode bronze = functions.answer(Definition.PROCESS_RAW, new ProcessRawInput(run));
    JsonNode tweets = merge(Definition.TWEETS_TO_SILVER, run, Entity.TWEETS);
    JsonNode users = merge(Definition.USERS_TO_SILVER, run, Entity.USERS);
    JsonNode places = merge(Definition.PLACES_TO_SILVER, run, Entity.PLACES);

    assertThat(collected.path("status").asText()).isEqualTo("done");
    assertThat(collected.path("reason").asText()).isEqualTo("window_complete");
    long posts = collected.at("/counts/read").asLong();
    assertThat(posts).isGreaterThan(100);
    assertThat(bronze.path("status").asText()).isEqualTo("done");
    assertThat(bronze.path("pages").asInt()).isEqualTo(collected.path("pages").asInt());
    assertThat(bronze.path("broken_pages").asInt()).isZero();
    assertThat(bronze.path("unknown_fields")).isEmpty();
    assertThat(bronze.at("/tweets/written").asLong()).isEqualTo(posts);
    assertThat(tweets.at("/counts/written").asLong()).isEqualTo(posts);
    assertThat(users.at("/counts/read")).isEqualTo(bronze.at("/users/written"));
    assertThat(places.at("/counts/read")).isEqualTo(bronze.at("/places/written"));
    assertTablesHold(posts, users, places);
    assertThat(functions.output()).contains("\"run\":\"scheduled-1\"").doesNotContain(TOKEN);
  }

  private void assertTablesHold(long posts, JsonNode users, JsonNode places) {
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      List<Tweet> bronze = TableRows.of(tables.table(BronzeDefinitions.TWEETS), Tweet.class);
      List<SilverTweet> silver =
          TableRows.of(tables.table(SilverDefinitions.TWEETS), SilverTweet.class);
      assertThat(silver)
          .hasSize((int) posts)
          .extracting(SilverTweet::id)
          .containsExactlyInAnyOrderElementsOf(
              bronze.stream().map(Tweet::id).map(Long::valueOf).toList());
      assertThat(TableRows.of(tables.table(SilverDefinitions.USERS), SilverDefinitions.USERS.row()))
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(users.at("/counts/written").asInt());
      assertThat(
              TableRows.of(tables.table(SilverDefinitions.PLACES), SilverDefinitions.PLACES.row()))
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(places.at("/counts/written").asInt());
    }
  }

  private JsonNode merge(String function, Run run, Entity table) throws Exception {
    JsonNode answer = functions.answer(function, new ToSilverInput(run, table));
    assertThat(answer.path("status").asText()).isEqualTo("done");
    assertThat(answer.path("table").asText()).isEqualTo(table.lowerCase());
    assertThat(answer.at("/counts/rejected").asLong()).isZero();
    return answer;
  }
}
