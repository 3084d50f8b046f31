package dev.fedbytweets.aws.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [dev.fedbytweets.aws.lambda.StepHandler] and
/// [dev.fedbytweets.aws.logging.FunctionLogging] under the real runtime client.
class RuntimeApiDoubleTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static RuntimeApiDouble lambda;

  @BeforeAll
  static void start() throws IOException {
    lambda =
        RuntimeApiDouble.start(
            ObedientHandler.class.getName(), Map.of("POWERTOOLS_SERVICE_NAME", "obedient"));
  }

  @AfterAll
  static void stop() {
    lambda.close();
  }

  @Test
  void anAnswerComesBackAndIsLogged() throws Exception {
    Invocation result = lambda.invoke(event("succeed"), PATIENCE);

    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(JSON.readTree(((Succeeded) result).body()).path("status").asText())
        .isEqualTo("done");
    JsonNode line = lastLine();
    assertThat(line.path("message").asText()).isEqualTo("step finished");
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("service").asText()).isEqualTo("obedient");
    assertThat(line.path("logger").asText()).isEqualTo("dev.fedbytweets.aws.lambda.StepHandler");
    assertThat(line.path("run").asText()).isEqualTo("succeed");
    assertThat(line.path("function_name").asText()).isEqualTo("stand-in");
    assertThat(line.path("function_memory_size").isInt()).isTrue();
    assertThat(line.path("function_request_id").asText()).startsWith("request-");
    assertThat(line.path("xray_trace_id").asText()).isEqualTo("1-5759e988-bd862e3f");
    assertThat(line.path("cold_start").isBoolean()).isTrue();
    assertThat(line.path("duration_ms").isInt()).isTrue();
    assertThat(Instant.parse(line.path("timestamp").asText())).isBefore(Instant.now());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        RetryableException.class,
        RejectedException.class,
        MisconfiguredException.class,
        IllegalStateException.class
      })
  void aFailureIsReportedByTheFullNameOfItsClass(Class<?> failure) throws Exception {
    Invocation result = lambda.invoke(event(failure.getSimpleName()), PATIENCE);

    assertThat(result).isEqualTo(new Failed(failure.getName(), "as told"));
    JsonNode line = lastLine();
    assertThat(line.path("message").asText()).isEqualTo("step failed");
    assertThat(line.path("error").asText()).isEqualTo(failure.getName());
    assertThat(line.path("stack_trace").asText()).contains("as told");
  }

  @Test
  void anEventThatIsNoContractIsRejected() throws Exception {
    Invocation result = lambda.invoke("{\"run\": {\"name\": \"r\"}}", PATIENCE);

    assertThat(result)
        .isEqualTo(
            new Failed(
                RejectedException.class.getName(),
                "the event is not valid: run.started_at is missing"));
  }

  @Test
  void aFunctionThatCannotStartSaysWhy() throws Exception {
    try (RuntimeApiDouble broken = RuntimeApiDouble.start("no.such.Handler", Map.of())) {

      Invocation result = broken.invoke("{}", PATIENCE);

      assertThat(result)
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> assertThat(failed.errorType()).contains("ClassNotFoundException"));
    }
  }

  @Test
  void aFunctionThatDoesNotAnswerIsNotWaitedForLongerThanAllowed() throws Exception {
    try (RuntimeApiDouble slow =
        RuntimeApiDouble.start(ObedientHandler.class.getName(), Map.of())) {

      assertThatThrownBy(() -> slow.invoke(event("hang"), Duration.ofMillis(300)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("no answer from the function, which wrote:");
    }
  }

  private static String event(String run) {
    return """
    {"run": {"name": "%s", "started_at": "2026-11-21T10:00:00Z"}}\
    """
        .formatted(run);
  }

  private static JsonNode lastLine() throws IOException {
    List<String> lines = lambda.output().lines().filter(line -> line.startsWith("{")).toList();
    return JSON.readTree(lines.getLast());
  }
}
