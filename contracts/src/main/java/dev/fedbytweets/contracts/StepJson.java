package dev.fedbytweets.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The contracts of `dev.fedbytweets.core.step` as JSON: names in snake_case, times in ISO 8601
/// UTC, enum constants and tables lower case, names of runs and subjects plain strings, decimal
/// numbers without exponent, nulls left out. Fields that the records do not have are ignored,
/// since the state machine may pass more than a step needs.
public final class StepJson {

  /// Reads and writes the contracts. Throws Jackson's exceptions; [#read] translates them.
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new ContractTexts())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private StepJson() {}

  /// The JSON of an event, not matched with a contract yet.
  ///
  /// @param event UTF-8, read to its end, not closed
  /// @throws RejectedException if it is not one JSON value
  /// @throws UncheckedIOException if the stream breaks
  public static JsonNode tree(InputStream event) {
    try {
      return MAPPER.readTree(event);
    } catch (JsonProcessingException e) {
      throw JsonProblem.malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("the event could not be read", e);
    }
  }

  /// The contract that an event holds.
  ///
  /// @throws RejectedException naming the field that is missing or wrong
  public static <T> T read(JsonNode event, Class<T> type) {
    if (!event.isObject()) {
      throw new RejectedException("the event is not a JSON object");
    }
    try {
      return MAPPER.treeToValue(event, type);
    } catch (JsonMappingException e) {
      throw JsonProblem.invalid(e);
    } catch (JsonProcessingException e) {
      throw JsonProblem.malformed(e);
    }
  }

  /// A contract as an event.
  ///
  /// @return UTF-8
  /// @throws IllegalArgumentException if this cannot be written as JSON
  public static byte[] write(Object contract) {
    try {
      return MAPPER.writeValueAsBytes(contract);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s cannot be written as JSON".formatted(contract.getClass().getSimpleName()), e);
    }
  }
}
