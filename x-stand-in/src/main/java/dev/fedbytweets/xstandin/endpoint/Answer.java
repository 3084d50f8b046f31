package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.XJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What X answers to a request, and how it reaches the client. A test can script any answer: begin
/// with [#json], [#text] or [#problem] and change what matters.
///
/// @param status the HTTP status
/// @param headers by lower-case name, the content type among them
/// @param body the bytes before compression; neither copied nor to be changed
/// @param content what of value is in the body
/// @param delay of real time before it is sent
public record Answer(
    int status,
    Map<String, String> headers,
    byte[] body,
    Content content,
    Delivery delivery,
    Duration delay) {

  public static final String CONTENT_TYPE = "content-type";

  /// The prefix of the headers that say how many requests are left.
  public static final String RATE_LIMIT = "x-rate-limit-";

  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int OK = 200;
  private static final int FIRST_ERROR = 400;

  /// How much of an answer reaches the client.
  public enum Delivery {
    /// All of it, as it should be.
    WHOLE,
    /// All of it; then the connection is closed without a word.
    HUNG_UP,
    /// All bytes that were announced, but not the body that it should have been.
    SPOILED,
    /// Half of the bytes that were announced; then the connection is closed.
    CUT_SHORT,
    /// None; the connection is closed.
    NOTHING
  }

  /// What a body holds that X could charge.
  ///
  /// @param page names the page of a search, the same for the same page; null if it is none
  /// @param posts identifiers of the posts in `data`, in their order
  /// @param users identifiers of the users in `includes`, in their order
  /// @param media keys of the media in `includes`, in their order
  public record Content(String page, List<String> posts, List<String> users, List<String> media) {

    public static final Content NOTHING = new Content(null, List.of(), List.of(), List.of());

    public Content {
      posts = List.copyOf(posts);
      users = List.copyOf(users);
      media = List.copyOf(media);
    }
  }

  public Answer {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(delivery, "delivery");
    if (delay.isNegative()) {
      throw new IllegalArgumentException("an answer cannot be early: " + delay);
    }
  }

  private Answer(int status, String contentType, byte[] body, Content content) {
    this(status, Map.of(CONTENT_TYPE, contentType), body, content, Delivery.WHOLE, Duration.ZERO);
  }

  /// What was asked for.
  public static Answer ok(JsonNode document, Content content) {
    return ok(XJson.bytes(document), content);
  }

  /// What was asked for.
  ///
  /// @param body a JSON document
  public static Answer ok(byte[] body, Content content) {
    return new Answer(OK, JSON, body, content);
  }

  /// JSON that holds nothing of value; from status 400 on, a problem document.
  public static Answer json(int status, String body) {
    return of(status, status < FIRST_ERROR ? JSON : PROBLEM, body);
  }

  /// A problem document.
  public static Answer problem(int status, String title, String detail) {
    ObjectNode document = XJson.object();
    document.put("title", title);
    document.put("type", "about:blank");
    document.put("status", status);
    document.put("detail", detail);
    return new Answer(status, PROBLEM, XJson.bytes(document), Content.NOTHING);
  }

  /// Plain text.
  public static Answer text(int status, String body) {
    return of(status, TEXT, body);
  }

  /// Any answer that holds nothing of value.
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Content.NOTHING);
  }

  /// The same answer with this header, in place of one of the same name.
  ///
  /// @param header in lower case
  public Answer with(String header, Object value) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.put(header, value.toString());
    return new Answer(status, changed, body, content, delivery, delay);
  }

  /// The same answer without this header.
  public Answer without(String header) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.remove(header);
    return new Answer(status, changed, body, content, delivery, delay);
  }

  /// The same answer, with another's rate-limit headers.
  public Answer withRateLimitOf(Answer other) {
    Map<String, String> changed = new TreeMap<>(headers);
    other.headers.forEach(
        (name, value) -> {
          if (name.startsWith(RATE_LIMIT)) {
            changed.put(name, value);
          }
        });
    return new Answer(status, changed, body, content, delivery, delay);
  }

  /// The same answer with another body.
  public Answer withBody(byte[] other) {
    return new Answer(status, headers, other, content, delivery, delay);
  }

  /// The same answer with a changed document in the body; an answer without one stays as it is.
  public Answer withDocument(Consumer<ObjectNode> change) {
    return XJson.read(body)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .map(
            document -> {
              change.accept(document);
              return withBody(XJson.bytes(document));
            })
        .orElse(this);
  }

  /// The same answer with the first half of its body.
  public Answer withHalfTheBody() {
    return withBody(Arrays.copyOf(body, body.length / 2));
  }

  /// The same answer, delivered in another way.
  public Answer delivered(Delivery other) {
    return new Answer(status, headers, body, content, other, delay);
  }

  /// The same answer, sent after this real time, whatever the stand-in's clock shows.
  public Answer after(Duration time) {
    return new Answer(status, headers, body, content, delivery, time);
  }
}
