package dev.fedbytweets.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.Context;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.step.ToSilverOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class StepHandlerTest {

  private static final String EVENT =
      """
      {"run": {"name": "r-1", "started_at": "2026-11-21T10:00:00Z"}, "table": "users"}\
      """;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:30Z");
  private static final ToSilverOutput OUTPUT =
      new ToSilverOutput(Progress.DONE, Entity.USERS, Counts.NONE, new TreeMap<>());

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.fedbytweets");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  @Test
  void handsTheContractOverAndWritesTheAnswer() throws IOException {
    Step step =
        new Step(
            input ->
                new ToSilverOutput(Progress.MORE, input.table(), Counts.NONE, new TreeMap<>()));

    String answer = invoke(step, EVENT);

    assertThat(answer)
        .isEqualTo(
            """
            {"status":"more","table":"users","counts":\
            {"read":0,"written":0,"rejected":0,"duplicates":0},"corrections":{}}\
            """);
  }

  @Test
  void theDeadlineIsTheMarginBeforeTheEndOfTheInvocation() throws IOException {
    Step step = new Step(_ -> OUTPUT);

    invoke(step, EVENT);

    assertThat(step.deadlines).containsExactly(NOW.plusSeconds(50));
  }

  @Test
  void everyLineSaysWhoRunsAndForWhat() throws IOException {
    Step step = new Step(_ -> OUTPUT);

    invoke(step, EVENT);
    invoke(step, EVENT);

    assertThat(messages())
        .containsExactly("step started", "step finished", "step started", "step finished");
    Map<String, String> first = lines.list.getFirst().getMDCPropertyMap();
    assertThat(first)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "function_name", "to-silver",
                "function_version", "7",
                "function_arn", "arn:aws:lambda:sa-east-1:1:function:to-silver",
                "function_memory_size", "1024",
                "function_request_id", "request-1",
                "xray_trace_id", "1-5759e988-bd862e3f",
                "cold_start", "true",
                "run", "r-1",
                "table", "users"));
    assertThat(lines.list.getLast().getMDCPropertyMap()).containsEntry("cold_start", "false");
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new RetryableException("s3://lake/raw/a: slow down"),
        new RejectedException("no such run"),
        new MisconfiguredException("LAKE_BUCKET is not set"),
        new IllegalStateException("a bug"),
        new NoClassDefFoundError("a/Missing"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatTheStepThrowsIsLoggedAndGoesOnUnchanged(Throwable failure) {
    Step step = new Step(_ -> fail(failure));

    assertThatThrownBy(() -> invoke(step, EVENT)).isSameAs(failure);

    assertThat(messages()).containsExactly("step started", "step failed");
    ILoggingEvent line = lines.list.getLast();
    assertThat(line.getLevel())
        .isEqualTo(failure instanceof RetryableException ? Level.WARN : Level.ERROR);
    assertThat(line.getThrowableProxy().getMessage()).isEqualTo(failure.getMessage());
    assertThat(line.getMDCPropertyMap()).containsEntry("run", "r-1");
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void aFailureOfAwsThatNobodyClassifiedIsClassified() {
    AwsServiceException answer =
        AwsServiceException.builder()
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .serviceName("Glue")
                    .errorCode("ConcurrentModificationException")
                    .errorMessage("lost the race")
                    .build())
            .build();
    Step step = new Step(_ -> fail(new IllegalStateException("cannot commit", answer)));

    assertThatThrownBy(() -> invoke(step, EVENT))
        .isInstanceOf(RetryableException.class)
        .hasMessage("Glue: HTTP 400 ConcurrentModificationException (lost the race)")
        .hasCause(answer);
  }

  @Test
  void anEventThatIsNotTheContractIsRejectedUnderItsRun() {
    Step step = new Step(_ -> OUTPUT);

    assertThatThrownBy(() -> invoke(step, EVENT.replace("users", "posts")))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("there is no table 'posts'");

    assertThat(messages()).containsExactly("step failed");
    assertThat(lines.list.getLast().getMDCPropertyMap()).containsEntry("run", "r-1");
  }

  private static String invoke(Step step, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    step.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context());
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static Context context() {
    Context context = mock(Context.class);
    when(context.getFunctionName()).thenReturn("to-silver");
    when(context.getFunctionVersion()).thenReturn("7");
    when(context.getInvokedFunctionArn())
        .thenReturn("arn:aws:lambda:sa-east-1:1:function:to-silver");
    when(context.getRemainingTimeInMillis()).thenReturn(60_000);
    when(context.getMemoryLimitInMB()).thenReturn(1024);
    when(context.getAwsRequestId()).thenReturn("request-1");
    when(context.getXrayTraceId()).thenReturn("Root=1-5759e988-bd862e3f;Parent=53995c3f;Sampled=1");
    return context;
  }

  private List<String> messages() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static ToSilverOutput fail(Throwable failure) {
    switch (failure) {
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new AssertionError(failure);
    }
  }

  private static final class Step extends StepHandler<ToSilverInput, ToSilverOutput> {

    private final Function<ToSilverInput, ToSilverOutput> work;
    private final List<Instant> deadlines = new ArrayList<>();

    Step(Function<ToSilverInput, ToSilverOutput> work) {
      super(ToSilverInput.class, InstantSource.fixed(NOW), Duration.ofSeconds(10));
      this.work = work;
    }

    @Override
    protected ToSilverOutput handle(ToSilverInput input, Instant deadline, String requestId) {
      deadlines.add(deadline);
      return work.apply(input);
    }
  }
}
