package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/// The JSON that flows between states. Trees are shared freely within this package, so nothing
/// changes a tree that it did not create itself. Numbers keep their digits.
final class Json {

  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /// The most that Step Functions passes between states: 256 KiB of JSON in UTF-8.
  static final int LARGEST_PAYLOAD = 256 * 1024;

  private static final Comparator<JsonNode> NUMBERS_BY_VALUE =
      (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
          return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
      };

  private Json() {}

  /// @throws JsonProcessingException if the text is not one JSON value, or an object in it has a
  ///     field twice
  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /// The shortest JSON text of a value.
  static String text(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a JSON tree that cannot be written", e);
    }
  }

  /// @param what for the message: `the task's result`
  /// @throws StateFailure `States.DataLimitExceeded` if the value is larger than
  ///     [#LARGEST_PAYLOAD]
  static void requireSize(String what, JsonNode value) {
    int size = text(value).getBytes(StandardCharsets.UTF_8).length;
    if (size > LARGEST_PAYLOAD) {
      throw StateFailure.dataLimit(
          "%s has %d bytes, %d are allowed".formatted(what, size, LARGEST_PAYLOAD));
    }
  }

  /// Whether two values are the same JSON, where 1 and 1.0 are the same number.
  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(NUMBERS_BY_VALUE, other);
  }

  static JsonNode ofText(String value) {
    return NODES.textNode(value);
  }

  static ObjectNode newObject() {
    return NODES.objectNode();
  }

  static ArrayNode newArray() {
    return NODES.arrayNode();
  }
}
