package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/// Looks for the token everywhere that a person could, with every logger at its most talkative.
class TokenLeakTest {

  private static final String TOKEN = "AAAAAAAAAmadeUpToken12345";

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final MemoryLake lake = new MemoryLake(TOKEN);
  private final XStandIn server = lake.listening();

  @BeforeEach
  void listen() {
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    PrintStream recording = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(recording);
    System.setErr(recording);
  }

  @AfterEach
  void stop() {
    System.setOut(out);
    System.setErr(err);
    root.setLevel(Level.OFF);
    root.detachAppender(lines);
    server.close();
  }

  static Stream<List<Answer>> scripts() {
    String echo = "token %s is not good".formatted(TOKEN);
    return Stream.of(
        List.of(),
        List.of(Answer.problem(400, "Invalid Request", echo)),
        List.of(Answer.text(401, echo)),
        List.of(Answer.problem(402, "CreditsDepleted", echo)),
        List.of(Answer.problem(403, echo, echo)),
        List.of(Answer.text(429, echo)),
        List.of(Answer.text(500, echo)),
        List.of(Answer.text(307, echo).with("location", "http://127.0.0.1/?" + TOKEN)),
        List.of(Answer.text(200, echo)),
        List.of(Answer.json(200, "{\"data\":[{\"id\":\"" + TOKEN)),
        List.of(Answer.json(200, "{\"meta\":{}}").delivered(Delivery.CUT_SHORT)),
        List.of(Answer.json(200, "{\"meta\":{}}").after(Duration.ofSeconds(2))));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void theTokenIsNowhere(List<Answer> script) {
    lake.posts.postEachMinute(MemoryLake.NOON.minusSeconds(60), 150);
    server.answerNext(script.toArray(new Answer[0]));

    String said = collect(TOKEN);

    assertThat(server.log().requests().getFirst().headers())
        .containsEntry("authorization", "Bearer " + TOKEN);
    assertNowhere(said, TOKEN);
  }

  static Stream<String> unusable() {
    return Stream.of(TOKEN + "\nx", TOKEN + "\u00fc", "\"" + TOKEN + " \"", "\u0000" + TOKEN);
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aTokenThatCannotBeSentIsNowhere(String token) {
    String said = collect(token);

    assertThat(said).contains("X_BEARER_TOKEN holds characters that no bearer token has");
    assertThat(server.log().requests()).isEmpty();
    assertNowhere(said, TOKEN);
  }

  private String collect(String token) {
    lake.config =
        GetTweetsConfig.of(Map.of("X_API_URL", server.uri().toString(), "X_CALL_TIMEOUT", "PT1S"));
    lake.x = new XSdkClient(lake.config.x(), TokenSource.fixed(token), lake.clock);
    StringWriter said = new StringWriter();
    try {
      said.append(lake.collect("first").toString());
    } catch (LakeException e) {
      e.printStackTrace(new PrintWriter(said));
    }
    return said.toString();
  }

  private void assertNowhere(String said, String token) {
    assertThat(said).doesNotContain(token);
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(token);
    assertThat(lines.list.toArray(new ILoggingEvent[0]))
        .isNotEmpty()
        .noneMatch(line -> line.getFormattedMessage().contains(token))
        .noneMatch(line -> String.valueOf(line.getKeyValuePairs()).contains(token))
        .noneMatch(line -> String.valueOf(line.getMDCPropertyMap()).contains(token));
    assertThat(lake.keys(""))
        .isNotEmpty()
        .noneMatch(key -> key.contains(token))
        .noneMatch(key -> text(key).contains(token))
        .noneMatch(key -> lake.store.read(key).orElseThrow().metadata().toString().contains(token));
  }

  private String text(String key) {
    return new String(lake.store.read(key).orElseThrow().body(), StandardCharsets.ISO_8859_1);
  }
}
