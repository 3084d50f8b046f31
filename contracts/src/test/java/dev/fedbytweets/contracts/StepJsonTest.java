package dev.fedbytweets.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.ComplyInput;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.core.step.ForgetInput;
import dev.fedbytweets.core.step.ForgetProgress;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.LabelPostsOutput;
import dev.fedbytweets.core.step.MaintainInput;
import dev.fedbytweets.core.step.MaintainOutput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.core.step.ToGoldInput;
import dev.fedbytweets.core.step.ToGoldOutput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.step.ToSilverOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StepJsonTest {

  /// Knows nothing of the contracts and keeps `5.900` apart from `5.9`.
  private static final JsonMapper PLAIN =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static Stream<Arguments> arrows() {
    return Stream.of(
        Arguments.of("get-tweets-input", GetTweetsInput.class),
        Arguments.of("get-tweets-output-done", GetTweetsOutput.class),
        Arguments.of("get-tweets-output-more", GetTweetsOutput.class),
        Arguments.of("get-tweets-output-wait", GetTweetsOutput.class),
        Arguments.of("process-raw-input", ProcessRawInput.class),
        Arguments.of("process-raw-output", ProcessRawOutput.class),
        Arguments.of("to-silver-input", ToSilverInput.class),
        Arguments.of("to-silver-output", ToSilverOutput.class),
        Arguments.of("maintain-input", MaintainInput.class),
        Arguments.of("maintain-output", MaintainOutput.class),
        Arguments.of("forget-input-begin", ForgetInput.class),
        Arguments.of("forget-input-progress", ForgetInput.class),
        Arguments.of("forget-output-more", ForgetProgress.class),
        Arguments.of("forget-output-done", ForgetProgress.class),
        Arguments.of("comply-input", ComplyInput.class),
        Arguments.of("comply-output-wait", ComplyOutput.class),
        Arguments.of("comply-output-done", ComplyOutput.class),
        Arguments.of("label-posts-input", LabelPostsInput.class),
        Arguments.of("label-posts-output", LabelPostsOutput.class),
        Arguments.of("to-gold-input", ToGoldInput.class),
        Arguments.of("to-gold-output", ToGoldOutput.class));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void aSampleBecomesARecordAndTheSameSampleAgain(String arrow, Class<?> type) throws IOException {
    byte[] sample = sample(arrow);

    Object contract = StepJson.read(StepJson.tree(new ByteArrayInputStream(sample)), type);
    byte[] written = StepJson.write(contract);

    assertThat(PLAIN.readTree(written)).isEqualTo(PLAIN.readTree(sample));
  }

  @Test
  void theSubjectsOfAnExecutionAreSubjects() throws IOException {
    JsonNode subjects = PLAIN.readTree(sample("execution-input")).path("subjects");

    Subject[] read = StepJson.MAPPER.treeToValue(subjects, Subject[].class);

    assertThat(read).extracting(subject -> subject.name().value()).containsExactly("coffee", "tea");
    assertThat(PLAIN.readTree(StepJson.write(read))).isEqualTo(subjects);
  }

  @Test
  void ignoresWhatTheStepDoesNotNeed() {
    ProcessRawInput input =
        read(
            """
            {"run": {"name": "r", "started_at": "2026-11-21T07:00:00-03:00", "redriven": 1},
             "extra": [1]}\
            """,
            ProcessRawInput.class);

    assertThat(input.run().name()).isEqualTo(new RunName("r"));
    assertThat(input.run().startedAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
  }

  @Test
  void writesDecimalNumbersPlain() {
    assertThat(StepJson.write(new BigDecimal("1E+6"))).asString().isEqualTo("1000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                  | the event is not one JSON value: see"
            + " line 1, column 2",
        "{} {}                                              | the event is not one JSON value: see"
            + " line 1, column 4",
        "[]                                                 | the event is not a JSON object",
        "null                                               | the event is not a JSON object",
        "{}                                                 | the event is not valid: run is"
            + " missing",
        "{'run':null}                                       | the event is not valid: run is"
            + " missing",
        "{'run':'r'}                                        | the event is not valid: run must be"
            + " an object",
        "{'run':{'name':'r'}}                               | the event is not valid:"
            + " run.started_at is missing",
        "{'run':{'name':7}}                                 | the event is not valid: run.name:"
            + " must be a text",
        "{'run':{'name':'r','started_at':1763719200}}       | the event is not valid:"
            + " run.started_at: must be a text",
        "{'run':{'name':'r','started_at':'1763719200'}}     | the event is not valid:"
            + " run.started_at: '1763719200' is not a time in ISO 8601",
        "{'run':{'name':'a b'}}                             | the event is not valid: run.name: run"
            + " name 'a b': use 1 to 80 letters, digits, '_', '.' and '-', starting with a letter"
            + " or digit",
        "{'table':'TWEETS'}                                 | the event is not valid: table: there"
            + " is no table 'TWEETS': it is tweets, users, places or media",
      })
  void saysWhatIsWrongWithAnEvent(String event, String message) {
    assertThatThrownBy(() -> read(event.replace('\'', '"'), ToSilverInput.class))
        .isInstanceOf(RejectedException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'max_posts_per_run':5    | the event is not valid: subject 'tea': max_posts_per_run is 5,"
            + " but X gives no page smaller than 10 posts",
        "'max_posts_per_run':10.5 | the event is not valid: max_posts_per_run must be a whole"
            + " number",
        "'max_posts_per_run':'50' | the event is not valid: max_posts_per_run must be a whole"
            + " number",
      })
  void saysWhatIsWrongWithALimit(String limit, String message) {
    String subject = "{'name':'tea','query':'tea',%s}".formatted(limit).replace('\'', '"');

    assertThatThrownBy(() -> read(subject, Subject.class))
        .isInstanceOf(RejectedException.class)
        .hasMessage(message);
  }

  @Test
  void saysWhatIsWrongWithAnOutput() {
    String unknown = new String(sample("to-silver-output"), StandardCharsets.UTF_8);

    assertThatThrownBy(() -> read(unknown.replace("done", "Done"), ToSilverOutput.class))
        .isInstanceOf(RejectedException.class)
        .hasMessage("the event is not valid: status: 'Done' is none of more, wait, done");
    assertThatThrownBy(() -> read(unknown.replace("\"rejected\": 0,", ""), ToSilverOutput.class))
        .isInstanceOf(RejectedException.class)
        .hasMessage("the event is not valid: counts.rejected must be a whole number");
  }

  private static <T> T read(String event, Class<T> type) {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    return StepJson.read(StepJson.tree(new ByteArrayInputStream(bytes)), type);
  }

  private static byte[] sample(String arrow) {
    try (InputStream sample =
        StepJsonTest.class.getResourceAsStream("/arrows/" + arrow + ".json")) {
      return sample.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(arrow, e);
    }
  }
}
