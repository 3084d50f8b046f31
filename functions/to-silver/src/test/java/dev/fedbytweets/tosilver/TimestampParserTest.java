package dev.fedbytweets.tosilver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Whichever way a time is read, the result is the same.
class TimestampParserTest {

  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  @Property
  void aTimeInTheUsualFormIsItself(@ForAll @LongRange(min = 1, max = 1L << 60) long random) {
    Instant time = Instant.ofEpochMilli(FIRST + random % (LAST - FIRST));
    String text = "%tFT%<tT.%<tLZ".formatted(time.atOffset(ZoneOffset.UTC));

    assertThat(TimestampParser.parse(text)).isEqualTo(TimestampParser.parseAny(text));
  }

  @Property
  void numbersOfTheUsualFormThatMayBeNoTime(
      @ForAll @IntRange(max = 10_050) int year,
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 33) int day,
      @ForAll @IntRange(max = 26) int hour,
      @ForAll @IntRange(max = 62) int minute,
      @ForAll @IntRange(max = 62) int second) {
    String text =
        "%04d-%02d-%02dT%02d:%02d:%02d.007Z".formatted(year, month, day, hour, minute, second);

    assertThat(TimestampParser.parse(text)).isEqualTo(TimestampParser.parseAny(text));
  }

  @Property
  void oneCharacterIsAnother(
      @ForAll @IntRange(max = 23) int index,
      @ForAll @AlphaChars @Chars({'0', '9', '+', '-', ':', '.', ' ', '\u0661'}) char character) {
    StringBuilder text = new StringBuilder("2024-02-29T23:59:58.123Z");
    text.setCharAt(index, character);

    assertThat(TimestampParser.parse(text.toString()))
        .isEqualTo(TimestampParser.parseAny(text.toString()));
  }
}
