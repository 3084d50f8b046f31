package dev.fedbytweets.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaintainHandlerTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private final MergeLake lake = new MergeLake();
  private final Context context = mock(Context.class);

  @BeforeEach
  void invoke() {
    when(context.getAwsRequestId()).thenReturn("request-1");
    when(context.getRemainingTimeInMillis()).thenReturn(900_000);
  }

  @Test
  void takesAndGivesWhatTheArrowsSay() throws IOException {
    sixRuns();

    String answer = handle(arrow("maintain-input.json"));

    JsonNode json = JSON.readTree(answer);
    assertThat(json.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyElementsOf(
            JSON.readTree(arrow("maintain-output.json")).properties().stream()
                .map(Map.Entry::getKey)
                .toList());
    assertThat(json.get("status").textValue()).isEqualTo("done");
    assertThat(json.get("files_before").intValue()).isEqualTo(6);
    assertThat(json.get("files_after").intValue()).isEqualTo(1);
    assertThat(json.get("data_files").intValue()).isEqualTo(1);
    assertThat(json.get("data_bytes").longValue()).isPositive();
    assertThat(json.get("metadata_bytes").longValue()).isPositive();
  }

  @Test
  void stopsBeforeLambdaStopsItAndGoesOnWhenCalledAgain() throws IOException {
    sixRuns();
    when(context.getRemainingTimeInMillis()).thenReturn(230_000);

    String early = handle(arrow("maintain-input.json"));
    int files = TableContents.files(lake.table(BronzeDefinitions.TWEETS)).size();
    when(context.getRemainingTimeInMillis()).thenReturn(900_000);
    String late = handle(arrow("maintain-input.json"));

    assertThat(early).contains("\"more\"", "\"files_before\":0", "\"data_files\":6");
    assertThat(files).isEqualTo(6);
    assertThat(late).contains("\"done\"", "\"files_before\":6", "\"data_files\":1");
  }

  @Test
  void aTableThatThereIsNotYetIsDone() throws IOException {
    assertThat(handle("{\"layer\":\"silver\",\"table\":\"media\"}"))
        .contains("\"done\"", "\"silver\"", "\"media\"", "\"data_files\":0");
  }

  @Test
  void aTableThatTheLakeDoesNotKnowIsRejected() {
    assertThatThrownBy(() -> handle("{\"layer\":\"bronze\",\"table\":\"videos\"}"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("videos");
  }

  @Test
  void saysEverythingThatIsNotSet() {
    assertThatThrownBy(MaintainHandler::new)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set");
  }

  private void sixRuns() {
    for (int run = 0; run < 6; run++) {
      String id = Long.toString(Snowflake.smallestAt(START.plusSeconds(run)));
      lake.tweetsToBronze(List.of(Samples.bareTweet(id, "coffee", "page-" + run, START)));
    }
    lake.mergeTweets();
  }

  private String handle(String event) throws IOException {
    InstantSource clock = InstantSource.system();
    Maintain maintain = new Maintain(lake.tables(), MaintenanceSettings.USUAL, clock, Metrics.NONE);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new MaintainHandler(maintain, clock, Duration.ofMinutes(4))
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static String arrow(String name) throws IOException {
    try (InputStream file = MaintainHandlerTest.class.getResourceAsStream("/arrows/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
