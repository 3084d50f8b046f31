package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Optional;

/// Finds the response in an object that a client put around it: `{"response":{...}}`, with
/// whatever else it noted.
final class WrappedResponse {

  private static final String FIELD = "response";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private WrappedResponse() {}

  /// The bytes of the response, a part of the object's; empty if there is none.
  ///
  /// @param json an object that was read once already
  static Optional<ByteSlice> in(ByteSlice json) {
    try (JsonParser parser = JSON.createParser(json.bytes(), json.from(), json.length())) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        if (isObject && name.equals(FIELD)) {
          int end = (int) parser.currentLocation().getByteOffset();
          return Optional.of(new ByteSlice(json.bytes(), json.from() + start, end - start));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
