package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How X writes JSON: UTF-8, no spaces, times in UTC to the millisecond.
public final class XJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private XJson() {}

  /// A new empty object.
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// The time as X writes it, such as `2026-08-07T11:45:00.000Z`.
  public static String time(Instant time) {
    return TIME.format(time);
  }

  /// The document that the bytes hold; empty if they hold none.
  public static Optional<JsonNode> read(byte[] bytes) {
    try {
      return Optional.of(MAPPER.readTree(bytes));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The document's bytes.
  public static byte[] bytes(JsonNode document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a document of the stand-in cannot be written", e);
    }
  }
}
