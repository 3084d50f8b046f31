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
        "'SecondsPath': '$.pause'                       | 7000",
        "'Timestamp': '2026-11-21T10:00:01.123Z'        | 1000",
        "'Timestamp': '2026-11-21T07:00:01.123-03:00'   | 1000",
        "'Timestamp': '2020-01-01T00:00:00Z'            | 0",
        "'TimestampPath': '$.resume_at'                 | 904877",
      })
  void waitsUntilTheTime(String field, long milliseconds) throws InterruptedException {
    Trial trial = wait(field).run("{\"pause\": 7, \"resume_at\": \"2026-11-21T10:15:05Z\"}");

    assertThat(trial.waited()).isEqualTo(Duration.ofMillis(milliseconds));
    trial.hasOutput("{\"pause\": 7, \"resume_at\": \"2026-11-21T10:15:05Z\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'SecondsPath': '$.text'     | SecondsPath: '$.text' must lead to a whole number from 0 to"
            + " 99999999",
        "'SecondsPath': '$.less'     | SecondsPath: '$.less' must lead to a whole number from 0 to"
            + " 99999999",
        "'SecondsPath': '$.half'     | SecondsPath: '$.half' must lead to a whole number from 0 to"
            + " 99999999",
        "'SecondsPath': '$.gone'     | SecondsPath: the path '$.gone' leads to nothing in the"
            + " state's input",
        "'TimestampPath': '$.text'   | TimestampPath: '$.text' must lead to a time such as"
            + " 2026-11-21T10:15:05Z",
        "'TimestampPath': '$.less'   | TimestampPath: '$.less' must lead to a time such as"
            + " 2026-11-21T10:15:05Z",
      })
  void aTimeThatIsNoneFailsTheExecution(String field, String why) throws InterruptedException {
    Trial trial = wait(field).run("{\"text\": \"soon\", \"less\": -1, \"half\": 0.5}");

    trial.hasFailed("States.Runtime", "state 'S': " + why);
  }

  @Test
  void tellsUntilWhenItWaits() throws InterruptedException {
    Trial trial = wait("'Seconds': 10").run("{}");

    assertThat(trial.events(ExecutionEvent.Waiting.class))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.until()).isEqualTo(Trial.NOW.plusSeconds(10));
              assertThat(waiting.moment().state()).isEqualTo("S");
            });
  }

  @Test
  void skippedTimeJumpsForwardOnlyAndGoesOnFromThere() throws InterruptedException {
    Instant[] now = {Trial.NOW};
    SkippingTime time = new SkippingTime(() -> now[0]);

    time.waitUntil(Trial.NOW.plusSeconds(60));
    time.waitUntil(Trial.NOW.plusSeconds(10));
    now[0] = now[0].plusSeconds(1);

    assertThat(time.instant()).isEqualTo(Trial.NOW.plusSeconds(61));
  }

  @Test
  void skippingCanBeInterrupted() {
    SkippingTime time = new SkippingTime(InstantSource.fixed(Trial.NOW));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> time.waitUntil(Trial.NOW.plusSeconds(1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(time.instant()).isEqualTo(Trial.NOW);
  }

  @Test
  void realWaitingEndsWhenTheClockSaysSo() throws InterruptedException {
    Instant[] times = {Trial.NOW, Trial.NOW.plusMillis(1), Trial.NOW.plusSeconds(3600)};
    int[] asked = {0};
    Waiter waiter = Waiter.real(() -> times[Math.min(asked[0]++, 2)]);

    waiter.waitUntil(Trial.NOW.plusMillis(2));

    assertThat(asked[0]).isEqualTo(3);
  }

  @Test
  void realWaitingCanBeInterrupted() {
    Waiter waiter = Waiter.real(InstantSource.fixed(Trial.NOW));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> waiter.waitUntil(Trial.NOW.plusSeconds(3600)))
        .isInstanceOf(InterruptedException.class);
  }

  private static Trial wait(String field) {
    return Trial.ofState(
        """
        {"Type": "Wait", %s, "End": true}
        """
            .formatted(field.replace('\'', '"')));
  }
}
