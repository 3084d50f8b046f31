package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ErrorHandling.Retrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What holds for any data.
class LanguagePropertiesTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatAResultPathPutsSomewhereIsFoundThereAndTheRestStays(
      @ForAll @Size(min = 1, max = 4) List<@From("fieldNames") String> steps,
      @ForAll("json") JsonNode value) {
    String text = "$" + steps.stream().map("['%s']"::formatted).collect(Collectors.joining());
    JsonNode input = Json.newObject().put("other", 1);

    JsonNode combined = ResultPath.parse(text).combine(input, value);

    assertThat(Path.parse(text).read(combined, Json.newObject())).isEqualTo(Optional.of(value));
    assertThat(combined.get("other").intValue()).isEqualTo(1);
    assertThat(input.size()).isEqualTo(1);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aTemplateWithoutComputedFieldsIsItsOwnPayload(@ForAll("json") JsonNode value) {
    JsonNode template = Json.newObject().set("value", value);

    assertThat(PayloadTemplate.parse(template).fill(Json.newObject(), Json.newObject()))
        .isEqualTo(template);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void jsonSurvivesBeingAString(@ForAll("json") JsonNode value) {
    JsonNode data = Json.newObject().set("v", value);
    JsonNode text = call("States.JsonToString($.v)", data);

    assertThat(call("States.StringToJson($.t)", Json.newObject().set("t", text))).isEqualTo(value);
  }

  @Property(tries = 500)
  void anEscapedTextFormatsToItself(@ForAll("wild") String text) {
    String escaped = text.replaceAll("[\\\\'{}]", "\\\\$0");

    assertThat(call("States.Format('%s')".formatted(escaped), Json.newObject()).textValue())
        .isEqualTo(text);
  }

  @Property(tries = 1000)
  void wildcardsMatchAsTheSameRegularExpressionDoes(
      @ForAll("wild") String pattern, @ForAll("wild") String value) {
    String expression =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(String.valueOf((char) c)))
            .collect(Collectors.joining());
    String escaped = pattern.replace("\\", "\\\\");

    assertThat(ChoiceOperator.pattern(escaped).matcher(value).matches())
        .isEqualTo(Pattern.compile(expression, Pattern.DOTALL).matcher(value).matches());
  }

  @Property(tries = 200)
  void anEscapedPatternMatchesItsTextOnly(@ForAll("wild") String text) {
    Pattern pattern = ChoiceOperator.pattern(text.replaceAll("[\\\\*]", "\\\\$0"));

    assertThat(pattern.matcher(text).matches()).isTrue();
    assertThat(pattern.matcher(text + "x").matches()).isFalse();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void pausesGrowUpToTheirLimitAndJitterNeverExceedsThem(
      @ForAll @IntRange(min = 1, max = 60) int interval,
      @ForAll @DoubleRange(min = 1, max = 4) double rate,
      @ForAll @IntRange(min = 1, max = 600) int limit,
      @ForAll long seed) {
    Retrier plain = retrier(interval, rate, limit, Retrier.Jitter.NONE);
    Retrier jittered = retrier(interval, rate, limit, Retrier.Jitter.FULL);

    List<Duration> pauses = pauses(plain, seed);
    List<Duration> randomised = pauses(jittered, seed);

    assertThat(pauses).isSorted().allMatch(pause -> pause.toSeconds() <= limit);
    assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(Math.min(interval, limit)));
    for (int i = 0; i < pauses.size(); i++) {
      assertThat(randomised.get(i)).isBetween(Duration.ZERO, pauses.get(i));
    }
  }

  private static List<Duration> pauses(Retrier retrier, long seed) {
    Retries retries = new Retries(new ErrorHandling(List.of(retrier), List.of()), new Random(seed));
    List<Duration> pauses = new ArrayList<>();
    Optional<Duration> next = retries.next(StateFailure.declared("E", null));
    while (next.isPresent()) {
      pauses.add(next.get());
      next = retries.next(StateFailure.declared("E", null));
    }
    assertThat(pauses).hasSize(retrier.maxAttempts());
    return pauses;
  }

  private static Retrier retrier(int interval, double rate, int limit, Retrier.Jitter jitter) {
    return new Retrier(
        new ErrorEquals(List.of("E")),
        Duration.ofSeconds(interval),
        6,
        rate,
        Duration.ofSeconds(limit),
        jitter);
  }

  private static JsonNode call(String expression, JsonNode data) {
    return ExpressionParser.parse(expression).evaluate(data, Json.newObject());
  }

  @Provide
  Arbitrary<String> fieldNames() {
    return Arbitraries.strings()
        .withChars("abcdé .$@*")
        .ofMinLength(1)
        .ofMaxLength(5)
        .filter(name -> !name.equals("other") && !name.isBlank());
  }

  @Provide
  Arbitrary<String> wild() {
    return Arbitraries.strings().withChars("ab*\\'{}\n").ofMaxLength(8);
  }

  @Provide
  Arbitrary<JsonNode> json() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.strings().ofMaxLength(8).map(Json::ofText),
        () -> Arbitraries.integers().map(number -> ScriptedExecution.json(number.toString())),
        () ->
            Arbitraries.bigDecimals().map(number -> ScriptedExecution.json(number.toPlainString())),
        () -> Arbitraries.of("true", "false", "null", "[]", "{}").map(ScriptedExecution::json),
        () -> json().list().ofMaxSize(3).map(items -> Json.newArray().addAll(items)),
        () ->
            Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(4), json())
                .ofMaxSize(3)
                .map(fields -> Json.newObject().setAll(fields)));
  }
}
