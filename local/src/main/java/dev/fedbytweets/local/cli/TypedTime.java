package dev.fedbytweets.local.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Times as people type them: `2026-11-22T07:00Z`, with or without seconds, in any zone, or a date,
/// which begins at midnight UTC.
final class TypedTime implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      return text.contains("T") || text.contains("t")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is no time such as 2026-11-22T07:00Z or 2026-11-22T09:00+02:00, and no date such as"
                  .formatted(text)
              + " 2026-11-22");
    }
  }

  /// The first full hour from a time on, as it can be typed.
  static String fullHourFrom(Instant time) {
    Instant hour = time.truncatedTo(ChronoUnit.HOURS);
    Instant next = hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    return OffsetDateTime.ofInstant(next, ZoneOffset.UTC).toString();
  }
}
