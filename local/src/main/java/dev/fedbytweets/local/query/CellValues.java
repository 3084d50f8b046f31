package dev.fedbytweets.local.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalDateTimeSerializer;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;

/// The values of a result: few types of Java, and their text and JSON.
final class CellValues {

  /// As SQL writes a timestamp: `2026-11-20 09:00:00`, with a fraction where there is one.
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter();

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new JavaTimeModule()
                  .addSerializer(
                      LocalDateTime.class,
                      new LocalDateTimeSerializer(
                          new DateTimeFormatterBuilder()
                              .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                              .appendLiteral('Z')
                              .toFormatter())))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private CellValues() {}

  /// Turns a value of DuckDB's driver into one of these: null, [String], [Boolean], [Number], a
  /// time of `java.time`, [List], or [Map] for structs and maps, whose keys are texts.
  static Object plain(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Array array -> list((Object[]) array.getArray());
      case DuckDBStruct struct -> map(struct.getMap());
      case Map<?, ?> map -> map(map);
      case Timestamp time -> time.toLocalDateTime();
      case Blob blob -> HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
      case JsonNode json -> json.toString();
      case UUID uuid -> uuid.toString();
      default -> value;
    };
  }

  private static List<Object> list(Object[] elements) throws SQLException {
    List<Object> list = new ArrayList<>(elements.length);
    for (Object element : elements) {
      list.add(plain(element));
    }
    return list;
  }

  private static Map<String, Object> map(Map<?, ?> entries) throws SQLException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      map.put(String.valueOf(plain(entry.getKey())), plain(entry.getValue()));
    }
    return map;
  }

  /// The text of a value in tables and CSV.
  ///
  /// @param value as [#plain] gives it, not null
  static String text(Object value) {
    return switch (value) {
      case LocalDateTime time -> TIMESTAMP.format(time);
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      case Double number -> decimal(number, number.toString());
      case Float number -> decimal(number, number.toString());
      case BigDecimal number -> number.toPlainString();
      case List<?> list -> json(list);
      case Map<?, ?> map -> json(map);
      default -> value.toString();
    };
  }

  private static String decimal(double number, String shortest) {
    if (!Double.isFinite(number)) {
      return shortest;
    }
    // Java writes 2.0E-4, of which the plain text would be 0.00020.
    BigDecimal exact = new BigDecimal(shortest);
    return (exact.scale() > 1 ? exact.stripTrailingZeros() : exact).toPlainString();
  }

  /// The JSON of a value, on one line. A time without zone is one in UTC, as all of a lake are.
  ///
  /// @param value as [#plain] gives it, or null
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of DuckDB that has no JSON: " + value, e);
    }
  }
}
