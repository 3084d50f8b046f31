package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times in the profile of ISO 8601 that the States Language takes: RFC 3339 with a capital `T`,
/// and a capital `Z` where there is no numeric offset.
final class Timestamps {

  private static final Pattern PROFILE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /// The time that a string names; empty if the value is no string, or not such a time.
  static Optional<Instant> read(JsonNode value) {
    return value.isTextual() ? read(value.textValue()) : Optional.empty();
  }

  /// The time that a text names; empty if it is not in the profile, or names no time (the 30th of
  /// February).
  static Optional<Instant> read(String text) {
    if (!PROFILE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// In UTC with three digits after the second, as the context object has them.
  static String format(Instant time) {
    return MILLISECONDS.format(time);
  }
}
