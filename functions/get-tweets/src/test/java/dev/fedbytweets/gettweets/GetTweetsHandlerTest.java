package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.gettweets.checkpoint.Lease;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GetTweetsHandlerTest {

  private final MemoryLake lake = new MemoryLake();
  private final Context context = mock(Context.class);

  @BeforeEach
  void invoke() {
    when(context.getAwsRequestId()).thenReturn("request-1");
    when(context.getRemainingTimeInMillis()).thenReturn(900_000);
  }

  @Test
  void takesAndGivesWhatTheArrowsSay() throws IOException {
    lake.posts.postEachMinute(MemoryLake.NOON.minusSeconds(60), 150);
    List<Lease> leases = new ArrayList<>();
    lake.x =
        request -> {
          leases.add(lake.checkpoint().lease());
          return lake.direct.search(request);
        };

    String output = handle(arrow("get-tweets-input.json"));

    assertThat(StepJson.MAPPER.readTree(output))
        .isEqualTo(
            StepJson.MAPPER.readTree(
                """
                {"status":"done","reason":"window_complete","subject":"coffee","pages":2,"unreadable_pages":0,
                 "counts":{"read":150,"written":150,"rejected":0,"duplicates":0},
                 "users_read":2,"media_read":0,"partial_errors":0,"repeated_posts":0,"late_posts":0,"gaps":0,
                 "clock_ahead_seconds":0,"estimated_charge_usd":0.750}
                """));
    assertThat(leases).extracting(Lease::holder).containsOnly(new LeaseHolder("request-1"));
    assertThat(lake.keys("raw/").getFirst())
        .isEqualTo("raw/subject=coffee/date=2026-11-21/run=2f1c9a4e-run/page-00001.json.gz");
  }

  @Test
  void stopsBeforeLambdaStopsIt() throws IOException {
    lake.posts.postEachMinute(MemoryLake.NOON.minusSeconds(60), 450);
    when(context.getRemainingTimeInMillis()).thenReturn(110_000);
    lake.x =
        request -> {
          lake.clock.advance(Duration.ofSeconds(15));
          return lake.direct.search(request);
        };

    String output = handle(arrow("get-tweets-input.json"));

    assertThat(output).contains("\"more\"", "\"time_limit\"");
  }

  @Test
  void saysEverythingThatIsNotSet() {
    assertThatThrownBy(GetTweetsHandler::new)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set");
  }

  private String handle(byte[] event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new GetTweetsHandler(lake.getTweets(lake.store), lake.clock)
        .handleRequest(new ByteArrayInputStream(event), output, context);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static byte[] arrow(String name) throws IOException {
    try (InputStream file = GetTweetsHandlerTest.class.getResourceAsStream("/arrows/" + name)) {
      return file.readAllBytes();
    }
  }
}
