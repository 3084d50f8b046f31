package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // field | milliseconds from the start, which is 10:00:00.123
        "'Seconds': 10                                  | 10000",
        "'Seconds': 0                                   | 0",
        "'TimestampPath': '$.resume_at'                 | 904877",
        "'TimestampPath': '$.offset'                    | 1000",
        "'TimestampPath': '$.past'                      | 0",
      })
  void waitsUntilTheTime(String field, long milliseconds) throws InterruptedException {
    String times =
        """
        {"resume_at": "2026-11-21T10:15:05Z", "offset": "2026-11-21T07:00:01.123-03:00",
          "past": "2020-01-01T00:00:00Z"}
        """;

    ScriptedExecution execution = wait(field).run(times);

    assertThat(execution.waited()).isEqualTo(Duration.ofMillis(milliseconds));
    execution.hasOutput(times);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'TimestampPath': '$.text'   | TimestampPath: '$.text' must lead to a time such as"
            + " 2026-11-21T10:15:05Z",
        "'TimestampPath': '$.loose'  | TimestampPath: '$.loose' must lead to a time such as"
            + " 2026-11-21T10:15:05Z",
        "'TimestampPath': '$.noDay'  | TimestampPath: '$.noDay' must lead to a time such as"
            + " 2026-11-21T10:15:05Z",
        "'TimestampPath': '$.gone'   | TimestampPath: the path '$.gone' leads to nothing in the"
            + " state's input",
        "'TimestampPath': '$.less'   | TimestampPath: '$.less' must lead to a time such as"
            + " 2026-11-21T10:15:05Z",
      })
  void aTimeThatIsNoneFailsTheExecution(String field, String why) throws InterruptedException {
    ScriptedExecution execution =
        wait(field)
            .run(
                """
                {"text": "soon", "less": -1, "loose": "2026-03-14 01:59Z", "noDay": "2026-02-30T00:00:00Z"}
                """);

    execution.hasFailed("States.Runtime", "state 'S': " + why);
  }

  @Test
  void tellsUntilWhenItWaits() throws InterruptedException {
    ScriptedExecution execution = wait("'Seconds': 10").run("{}");

    assertThat(execution.events(ExecutionEvent.Waiting.class))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.until()).isEqualTo(ScriptedExecution.NOW.plusSeconds(10));
              assertThat(waiting.moment().state()).isEqualTo("S");
            });
  }

  @Test
  void skippedTimeJumpsForwardOnlyAndGoesOnFromThere() throws InterruptedException {
    Instant[] now = {ScriptedExecution.NOW};
    SkippingClock time = new SkippingClock(() -> now[0]);

    time.waitUntil(ScriptedExecution.NOW.plusSeconds(60));
    time.waitUntil(ScriptedExecution.NOW.plusSeconds(10));
    now[0] = now[0].plusSeconds(1);

    assertThat(time.instant()).isEqualTo(ScriptedExecution.NOW.plusSeconds(61));
  }

  @Test
  void skippingCanBeInterrupted() {
    SkippingClock time = new SkippingClock(InstantSource.fixed(ScriptedExecution.NOW));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> time.waitUntil(ScriptedExecution.NOW.plusSeconds(1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(time.instant()).isEqualTo(ScriptedExecution.NOW);
  }

  @Test
  void realWaitingEndsWhenTheClockSaysSo() throws InterruptedException {
    Instant[] times = {
      ScriptedExecution.NOW,
      ScriptedExecution.NOW.plusMillis(1),
      ScriptedExecution.NOW.plusSeconds(3600)
    };
    int[] asked = {0};
    Waiter waiter = Waiter.real(() -> times[Math.min(asked[0]++, 2)]);

    waiter.waitUntil(ScriptedExecution.NOW.plusMillis(2));

    assertThat(asked[0]).isEqualTo(3);
  }

  @Test
  void realWaitingCanBeInterrupted() {
    Waiter waiter = Waiter.real(InstantSource.fixed(ScriptedExecution.NOW));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> waiter.waitUntil(ScriptedExecution.NOW.plusSeconds(3600)))
        .isInstanceOf(InterruptedException.class);
  }

  private static ScriptedExecution wait(String field) {
    return ScriptedExecution.ofState(
        """
        {"Type": "Wait", %s, "End": true}
        """
            .formatted(field.replace('\'', '"')));
  }
}
