package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/// How numbers, times, commands and paragraphs read.
class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | 0 files", "1 | 1 file", "2 | 2 files", "12345 | 12,345 files"})
  void onlyOneIsOne(long number, String words) {
    assertThat(Plural.of(number, "file")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 50, 50, ', 10 s left'",
    "10, 10, 90, ', 2 min left'",
    "60, 1, 119, ', 1 h 59 min left'",
    "10, 99, 1, ', 1 s left'",
    "2, 50, 50, ''",
    "10, 0, 100, ''",
    "10, 100, 0, ''",
  })
  void theRestTakesAsLongAsWhatIsDone(int seconds, long done, long left, String words) {
    long now = Duration.ofSeconds(seconds).toNanos();

    assertThat(new Pace(0).left(done, left, now)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22T00:00:00Z",
    "2026-11-22T07:00Z, 2026-11-22T07:00:00Z",
    "2026-11-22T07:00:30Z, 2026-11-22T07:00:30Z",
    "2026-11-22T00:30+02:00, 2026-11-21T22:30:00Z",
  })
  void timesAreTypedInManyWays(String typed, Instant time) {
    assertThat(new TypedTime().convert(typed)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"monday", "2026-11-31", "2026-11-22T07:00", "", "7"})
  void othersAreRefusedWithAnExample(String typed) {
    assertThatThrownBy(() -> new TypedTime().convert(typed))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("'%s' is no time such as 2026-11-22T07:00Z".formatted(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:00:00Z, 2026-11-22T07:00Z",
    "2026-11-22T07:00:01Z, 2026-11-22T08:00Z",
    "2026-11-22T23:59:59.999Z, 2026-11-23T00:00Z",
  })
  void aTimeToTypeIsAFullHour(Instant time, String typed) {
    assertThat(TypedTime.fullHourFrom(time)).isEqualTo(typed);
    assertThat(new TypedTime().convert(typed)).isAfterOrEqualTo(time);
  }

  @Test
  void aParagraphIsBrokenBetweenWords() {
    assertThat(Paragraph.lines("one two three averyveryverylongword  four", 11, "  "))
        .containsExactly("  one two", "  three", "  averyveryverylongword", "  four");
  }
}
