package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.model.Snowflake;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Reads times from the texts in a page. A text that holds no time gives an empty result.
final class PageTimes {

  /// No time has more characters.
  private static final int LONGEST = 40;

  /// Times before X existed, or beyond what date columns hold, are not plausible.
  private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private PageTimes() {}

  /// The time that a text in ISO 8601 names, in UTC if it has no offset; cut to microseconds.
  static Optional<Instant> time(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return plausible(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return withoutOffset(text);
    }
  }

  /// The time that a post's identifier carries.
  static Optional<Instant> timeOfPost(String id) {
    try {
      long number = Long.parseLong(id);
      return Snowflake.carriesTime(number)
          ? Optional.of(Snowflake.timeOf(number))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> withoutOffset(String text) {
    try {
      return plausible(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> plausible(Instant time) {
    return time.isBefore(EARLIEST) || time.isAfter(LATEST)
        ? Optional.empty()
        : Optional.of(time.truncatedTo(ChronoUnit.MICROS));
  }
}
