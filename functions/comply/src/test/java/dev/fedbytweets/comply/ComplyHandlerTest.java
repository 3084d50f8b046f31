package dev.fedbytweets.comply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplyHandlerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CHECK = "2f1c9a4e-run";

  private final ComplyingLake lake = new ComplyingLake();
  private final Context context = mock(Context.class);

  @BeforeEach
  void invoke() {
    when(context.getAwsRequestId()).thenReturn("request-1");
    when(context.getRemainingTimeInMillis()).thenReturn(900_000);
  }

  @AfterEach
  void stop() {
    lake.close();
  }

  @Test
  void takesAndGivesWhatTheArrowsSay() throws IOException {
    lake.x.compliance().happened("tweets", ComplyingLake.FIRST, "deleted", null);

    JsonNode waiting = handle(arrow("comply-input.json"));
    lake.clock.advance(Duration.ofMinutes(3));
    JsonNode complete = handle(arrow("comply-input.json"));
    JsonNode done = handle(arrow("comply-input.json"));

    assertThat(names(waiting)).isEqualTo(names(JSON.readTree(arrow("comply-output-wait.json"))));
    assertThat(waiting.get("status").textValue()).isEqualTo("wait");
    assertThat(Instant.parse(waiting.get("resume_at").textValue())).isAfter(ComplyingLake.NOW);
    assertThat(complete.get("status").textValue()).isEqualTo("more");
    assertThat(names(done)).isEqualTo(names(JSON.readTree(arrow("comply-output-done.json"))));
    assertThat(done.get("status").textValue()).isEqualTo("done");
    assertThat(done.at("/batches/0").textValue()).isEqualTo(CHECK);
    assertThat(done.get("posts").longValue()).isEqualTo(4);
    assertThat(done.at("/counts/deleted").longValue()).isEqualTo(1);
    assertThat(ForgetRequest.batches(lake.store)).containsExactly(CHECK);
  }

  @Test
  void whereNothingHappenedThereIsNoBatch() throws IOException {
    handle(arrow("comply-input.json"));
    lake.clock.advance(Duration.ofMinutes(3));
    handle(arrow("comply-input.json"));

    JsonNode done = handle(arrow("comply-input.json"));

    assertThat(done.get("status").textValue()).isEqualTo("done");
    assertThat(done.get("batches")).isEmpty();
  }

  @Test
  void anAccountWithoutAccessIsToldSo() {
    lake.x.compliance().setAccess(false);

    assertThatThrownBy(() -> handle(arrow("comply-input.json")))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("access");
  }

  @Test
  void anEventWithoutARunIsRejected() {
    assertThatThrownBy(() -> handle("{}")).isInstanceOf(RejectedException.class);
  }

  @Test
  void saysEverythingThatIsNotSet() {
    assertThatThrownBy(ComplyHandler::new)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set");
  }

  private JsonNode handle(String event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new ComplyHandler(lake.comply(), lake.clock)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
    return JSON.readTree(output.toByteArray());
  }

  private static List<String> names(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String arrow(String name) throws IOException {
    try (InputStream file = ComplyHandlerTest.class.getResourceAsStream("/arrows/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
