package dev.fedbytweets.local.query;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;

/// A value as text, as tables and CSV show it.
final class CellText {

  /// As SQL writes a timestamp: `2026-11-20 09:00:00`, with a fraction where there is one.
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter();

  private CellText() {}

  /// @param value of the types that [CellValues] names, not null
  static String of(Object value) {
    return switch (value) {
      case String text -> text;
      case LocalDateTime time -> TIMESTAMP.format(time);
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      case Double number -> decimal(number, number.toString());
      case Float number -> decimal(number, number.toString());
      case BigDecimal number -> number.toPlainString();
      case List<?> list -> JsonText.of(list);
      case Map<?, ?> map -> JsonText.of(map);
      default -> value.toString();
    };
  }

  private static String decimal(double number, String shortest) {
    return Double.isFinite(number) ? new BigDecimal(shortest).toPlainString() : shortest;
  }
}
