package dev.fedbytweets.togold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.MemoryObjectStore;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToGoldHandlerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant START = Instant.parse("2026-11-18T09:00:00Z");
  private static final int DAYS = 3;

  private final MergeLake lake = new MergeLake();
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final MemoryObjectStore shown = new MemoryObjectStore();
  private final Context context = mock(Context.class);

  @BeforeEach
  void collect() {
    when(context.getAwsRequestId()).thenReturn("request-1");
    when(context.getRemainingTimeInMillis()).thenReturn(900_000);
    lake.tweetsToBronze(
        IntStream.range(0, DAYS)
            .mapToObj(day -> Snowflake.smallestAt(START.plus(Duration.ofDays(day))))
            .map(
                id ->
                    Samples.fullTweet(
                        Long.toString(id),
                        "subject=coffee/date=2026-11-21/run=run-1/page-00001.json.gz"))
            .toList());
    lake.mergeTweets();
  }

  @Test
  void takesAndGivesWhatTheArrowsSay() throws IOException {
    JsonNode answer = handle();

    assertThat(names(answer)).isEqualTo(names(JSON.readTree(arrow("to-gold-output.json"))));
    assertThat(answer.get("status").textValue()).isEqualTo("done");
    assertThat(answer.get("days_left").intValue()).isZero();
    assertThat(answer.get("posts").intValue()).isEqualTo(DAYS);
    assertThat(answer.get("rows").intValue()).isPositive();
    assertThat(answer.get("page").textValue()).isEqualTo(LakeLayout.DASHBOARD);
    assertThat(store.read(LakeLayout.DASHBOARD)).isPresent();
  }

  @Test
  void aCopyOfThePageIsReplacedWithThePage() throws IOException {
    handle();
    byte[] first = store.read(LakeLayout.DASHBOARD).orElseThrow().body();
    assertThat(shown.read(LakeLayout.DASHBOARD).orElseThrow().body()).isEqualTo(first);
    shown.delete(LakeLayout.DASHBOARD);

    handle();
    handle();

    assertThat(shown.read(LakeLayout.DASHBOARD).orElseThrow().body())
        .isEqualTo(store.read(LakeLayout.DASHBOARD).orElseThrow().body());
    assertThat(shown.list("", "")).containsExactly(LakeLayout.DASHBOARD);
  }

  @Test
  void stopsBeforeLambdaStopsItAndWritesThePageWhenNoDayIsLeft() throws IOException {
    when(context.getRemainingTimeInMillis()).thenReturn(170_000);

    JsonNode first = handle();
    assertThat(first.get("status").textValue()).isEqualTo("more");
    assertThat(first.has("page")).isFalse();
    assertThat(store.read(LakeLayout.DASHBOARD)).isEmpty();

    int calls = 1;
    JsonNode next;
    do {
      next = handle();
      calls++;
    } while (next.get("status").textValue().equals("more"));
    assertThat(calls).isEqualTo(DAYS);
    assertThat(next.get("page").textValue()).isEqualTo(LakeLayout.DASHBOARD);
  }

  @Test
  void saysEverythingThatIsNotSet() {
    assertThatThrownBy(ToGoldHandler::new)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set");
  }

  private JsonNode handle() throws IOException {
    InstantSource clock = InstantSource.system();
    Settings settings = new Settings(Map.of());
    ToGold toGold =
        new ToGold(
            lake.tables(),
            store,
            List.of(shown),
            Models.shipped(),
            XPrices.read(settings),
            PageSettings.read(settings),
            clock,
            ToGoldConfig.POSTS_AT_ONCE);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new ToGoldHandler(toGold, clock, Duration.ofMinutes(3))
        .handleRequest(new ByteArrayInputStream(arrow("to-gold-input.json")), output, context);
    return JSON.readTree(output.toByteArray());
  }

  private static List<String> names(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static byte[] arrow(String name) throws IOException {
    try (InputStream file = ToGoldHandlerTest.class.getResourceAsStream("/arrows/" + name)) {
      return file.readAllBytes();
    }
  }
}
