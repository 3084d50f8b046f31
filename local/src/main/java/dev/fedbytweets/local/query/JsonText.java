package dev.fedbytweets.local.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// Values as JSON.
final class JsonText {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          // A result that breaks off must not look like a whole one.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private JsonText() {}

  /// @param value of the types that [CellValues] names, or null
  static String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes everything", e);
    }
    return text.toString();
  }

  /// Writes to a target that it neither flushes nor closes.
  static JsonGenerator generator(Writer target) throws IOException {
    return JSON.createGenerator(target);
  }

  /// @param value of the types that [CellValues] names, or null
  static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean flag -> json.writeBoolean(flag);
      case Number number -> writeNumber(json, number);
      case LocalDateTime time ->
          json.writeString(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
      case List<?> list -> writeList(json, list);
      case Map<?, ?> map -> writeMap(json, map);
      default -> json.writeString(CellText.of(value));
    }
  }

  private static void writeNumber(JsonGenerator json, Number number) throws IOException {
    switch (number) {
      case Double exact -> json.writeNumber(exact);
      case Float exact -> json.writeNumber(exact);
      case BigDecimal exact -> json.writeNumber(exact);
      case BigInteger exact -> json.writeNumber(exact);
      default -> json.writeNumber(number.longValue());
    }
  }

  private static void writeList(JsonGenerator json, List<?> list) throws IOException {
    json.writeStartArray();
    for (Object element : list) {
      write(json, element);
    }
    json.writeEndArray();
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(entry.getKey().toString());
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }
}
