package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.xstandin.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What X says to a request.
///
/// @param status the HTTP status
/// @param contentType of the body
/// @param body the bytes; neither copied nor to be changed
/// @param served what of value is in the body
public record Answer(int status, String contentType, byte[] body, Served served) {

  static final String JSON = "application/json; charset=utf-8";
  static final String PROBLEM = "application/problem+json";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int OK = 200;

  public Answer {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(served, "served");
  }

  /// What was asked for.
  public static Answer ok(JsonNode document, Served served) {
    return new Answer(OK, JSON, Json.bytes(document), served);
  }

  /// A problem, told in JSON.
  ///
  /// @param body the JSON document
  public static Answer problem(int status, String body) {
    return of(status, PROBLEM, body);
  }

  /// A problem, told in plain text.
  public static Answer text(int status, String body) {
    return of(status, TEXT, body);
  }

  /// Any answer that holds nothing of value.
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Served.NOTHING);
  }

  /// The same answer with another body.
  public Answer withBody(byte[] other) {
    return new Answer(status, contentType, other, served);
  }
}
