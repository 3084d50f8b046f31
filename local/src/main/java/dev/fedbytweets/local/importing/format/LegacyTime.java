package dev.fedbytweets.local.importing.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The times of X's API v1.1 and of X's archives, as API v2 writes them.
final class LegacyTime {

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ofPattern("MMM d HH:mm:ss xx yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss xx", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ENGLISH),
          DateTimeFormatter.ISO_OFFSET_DATE_TIME);

  /// It follows from the date, and a wrong one is no reason to have no time.
  private static final Pattern DAY_OF_WEEK = Pattern.compile("^\\p{Alpha}{3},? +(?=\\w)");

  private static final DateTimeFormatter V2 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private LegacyTime() {}

  /// `Wed Oct 10 20:19:24 +0000 2018` as `2018-10-10T20:19:24.000Z`; empty if it is no time.
  static Optional<String> ofText(String text) {
    String day = DAY_OF_WEEK.matcher(text.strip()).replaceFirst("");
    for (DateTimeFormatter form : FORMS) {
      Optional<Instant> time = parse(day, form);
      if (time.isPresent()) {
        return time.map(V2::format);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter form) {
    try {
      return Optional.of(OffsetDateTime.parse(text, form).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
