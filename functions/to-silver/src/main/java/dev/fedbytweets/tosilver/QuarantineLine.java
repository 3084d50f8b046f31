package dev.fedbytweets.tosilver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.Map;

/// A bronze row that cleaning cannot use, as a line of JSON.
final class QuarantineLine {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private QuarantineLine() {}

  /// @param source the key of the row's page below `raw/`
  /// @return an object with `reason`, `source` and `row`, the bronze row
  static String of(Record row, String source, String reason) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("reason", reason);
    line.put("source", source);
    line.put("row", row);
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a bronze row cannot be written as JSON", e);
    }
  }
}
