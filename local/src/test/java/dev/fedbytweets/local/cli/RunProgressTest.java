package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fedbytweets.states.ExecutionEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a run says about X.
class RunProgressTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final RunProgress progress =
      new RunProgress(Terminal.to(new ByteArrayOutputStream(), err, null));

  @Test
  void xAnswersAgainIfItDoes() throws Exception {
    retry();
    exited("GetTweets", "{'collected':{'status':'done'}}");

    assertThat(said()).contains("trying again from 12:00:05 UTC on\n  X answers again\n");
  }

  @Test
  void aSubjectThatFailsInTheEndHadNoAnswer() throws Exception {
    retry();
    exited("GetTweets", "{'failure':{'Error':'e','Cause':'c'}}");
    exited("SubjectFailed", "{'subject':'coffee','cause':'subject coffee: no answer'}");

    assertThat(said()).contains("not collected: subject coffee").doesNotContain("answers again");
  }

  private void retry() {
    progress.on(
        new ExecutionEvent.Retrying(
            moment("GetTweets"),
            new ExecutionEvent.Problem("RetryableException", "no answer", null),
            1,
            NOON.plusSeconds(5)));
  }

  private void exited(String state, String output) throws Exception {
    JsonNode json = MAPPER.readTree(output.replace('\'', '"'));
    progress.on(new ExecutionEvent.Exited(moment(state), json));
  }

  private static ExecutionEvent.Moment moment(String state) {
    return new ExecutionEvent.Moment(NOON, state, List.of(0));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
