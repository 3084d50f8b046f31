package dev.fedbytweets.tosilver;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/// Reads times.
final class TimestampParser {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter();

  private static final int LAST_YEAR = 9999;

  /// How X writes times; a zero stands for any digit.
  private static final String FORM = "0000-00-00T00:00:00.000Z";

  private static final long SECONDS_OF_DAY = 86_400;
  private static final int NANOS_OF_MILLI = 1_000_000;

  private TimestampParser() {}

  /// The moment that an ISO 8601 time with any offset names, in the years 1 to 9999; empty if it
  /// names none.
  static Optional<Instant> parse(String text) {
    return hasUsualForm(text) ? parseUsual(text) : parseAny(text);
  }

  /// The same for any form.
  static Optional<Instant> parseAny(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text.strip(), FORMAT);
      int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
      return year >= 1 && year <= LAST_YEAR ? Optional.of(time.toInstant()) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> parseUsual(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
      return parseAny(text);
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_DAY
            + hour * 3600L
            + minute * 60L
            + second;
    return Optional.of(
        Instant.ofEpochSecond(seconds, (long) number(text, 20, 23) * NANOS_OF_MILLI));
  }

  private static boolean isDate(int year, int month, int day) {
    return year >= 1
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static boolean hasUsualForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char expected = FORM.charAt(i);
      char character = text.charAt(i);
      if (expected == '0' ? character < '0' || character > '9' : character != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String digits, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + digits.charAt(i) - '0';
    }
    return number;
  }
}
