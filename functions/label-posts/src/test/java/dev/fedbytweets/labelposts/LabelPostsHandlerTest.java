package dev.fedbytweets.labelposts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.models.TextClassifier;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.silver.MergeLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelPostsHandlerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant START = Instant.parse("2026-11-18T09:00:00Z");
  private static final int DAYS = 3;

  private final MergeLake lake = new MergeLake();
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final Context context = mock(Context.class);

  @BeforeEach
  void collect() {
    when(context.getAwsRequestId()).thenReturn("request-1");
    when(context.getRemainingTimeInMillis()).thenReturn(900_000);
    lake.tweetsToBronze(
        IntStream.range(0, DAYS)
            .mapToObj(day -> Snowflake.smallestAt(START.plus(Duration.ofDays(day))))
            .map(id -> Samples.fullTweet(Long.toString(id), "page"))
            .toList());
    lake.mergeTweets();
  }

  @Test
  void takesAndGivesWhatTheArrowsSay() throws IOException {
    JsonNode answer = handle();

    assertThat(names(answer)).isEqualTo(names(JSON.readTree(arrow("label-posts-output.json"))));
    assertThat(answer.get("status").textValue()).isEqualTo("done");
    assertThat(answer.get("days").intValue()).isEqualTo(DAYS);
    assertThat(answer.get("days_left").intValue()).isZero();
    assertThat(answer.get("posts").intValue()).isEqualTo(DAYS);
    assertThat(answer.get("labels").intValue()).isEqualTo(2 * DAYS);
  }

  @Test
  void stopsBeforeLambdaStopsItAndGoesOnWhenCalledAgain() throws IOException {
    when(context.getRemainingTimeInMillis()).thenReturn(170_000);

    JsonNode first = handle();
    JsonNode second = handle();
    JsonNode third = handle();

    assertThat(List.of(first, second, third))
        .extracting(answer -> answer.get("status").textValue())
        .containsExactly("more", "more", "done");
    assertThat(List.of(first, second, third))
        .extracting(answer -> answer.get("days_left").intValue())
        .containsExactly(2, 1, 0);
  }

  @Test
  void whatIsLabelledIsNotLabelledAgain() throws IOException {
    handle();

    JsonNode again = handle();

    assertThat(again.get("status").textValue()).isEqualTo("done");
    assertThat(again.get("days").intValue()).isZero();
  }

  @Test
  void saysEverythingThatIsNotSet() {
    assertThatThrownBy(LabelPostsHandler::new)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set");
  }

  @Test
  void subjectsOfQuestionsAndTheRestCanBeSet() {
    LabelPostsConfig config =
        LabelPostsConfig.of(
            Map.of(
                "LAKE_BUCKET", "lake",
                "LAKE_ENVIRONMENT", "staging",
                "LAKE_QUESTION_SUBJECTS", "coffee, tea",
                "LAKE_TIME_MARGIN", "PT2M"));

    assertThat(config.questionSubjects()).containsExactlyInAnyOrder("coffee", "tea");
    assertThat(config.postsAtOnce()).isEqualTo(LabelPostsConfig.POSTS_AT_ONCE);
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(2));
  }

  private JsonNode handle() throws IOException {
    InstantSource clock = InstantSource.system();
    LabelPosts labelPosts =
        new LabelPosts(
            lake.tables(),
            store,
            TextClassifier.sentiment(),
            TextClassifier.topics(),
            Set.of("coffee"),
            clock,
            LabelPostsConfig.POSTS_AT_ONCE);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new LabelPostsHandler(labelPosts, clock, Duration.ofMinutes(3))
        .handleRequest(new ByteArrayInputStream(arrow("label-posts-input.json")), output, context);
    return JSON.readTree(output.toByteArray());
  }

  private static List<String> names(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static byte[] arrow(String name) throws IOException {
    try (InputStream file = LabelPostsHandlerTest.class.getResourceAsStream("/arrows/" + name)) {
      return file.readAllBytes();
    }
  }
}
