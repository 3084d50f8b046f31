package dev.fedbytweets.xstandin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import dev.fedbytweets.xstandin.endpoint.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Something that goes wrong with a request, on demand of a test: turns the right answer into the
/// one that is sent. The right answer is made, and its request counted, in any case; its posts are
/// charged if the answer that is sent still has them.
///
/// [#answer] scripts an answer down to its last header; [#changed] and [#page] spoil the right one.
@FunctionalInterface
public interface Fault {

  /// @param right with its rate-limit headers
  /// @param request to which it is the answer
  /// @return what is sent
  Answer applyTo(Answer right, ReceivedRequest request);

  /// What the rate-limit headers say beside an answer that takes the place of the right one.
  enum RateHeaders {
    /// What is true.
    AS_COUNTED,
    /// Nothing remaining until the window's true end.
    EXHAUSTED,
    /// Nothing remaining until a time that is already over.
    RESET_IN_THE_PAST,
    /// Nothing remaining, and not a word about until when.
    WITHOUT_RESET;

    private static final String REMAINING = Answer.RATE_LIMIT + "remaining";
    private static final String RESET = Answer.RATE_LIMIT + "reset";
    private static final Duration LONG_OVER = Duration.ofMinutes(2);

    private Answer applyTo(Answer counted, Instant now) {
      Answer exhausted = counted.with(REMAINING, 0);
      return switch (this) {
        case AS_COUNTED -> counted;
        case EXHAUSTED -> exhausted;
        case RESET_IN_THE_PAST -> exhausted.with(RESET, now.minus(LONG_OVER).getEpochSecond());
        case WITHOUT_RESET -> exhausted.without(RESET);
      };
    }
  }

  /// Exactly this answer, with its own headers only.
  static Fault answer(Answer answer) {
    return (right, request) -> answer;
  }

  /// This answer with the true rate-limit headers.
  static Fault counted(Answer answer) {
    return (right, request) -> answer.withRateLimitOf(right);
  }

  /// The right answer, changed.
  static Fault changed(UnaryOperator<Answer> change) {
    return (right, request) -> change.apply(right);
  }

  /// The right answer with a changed JSON document, such as one without `meta`.
  static Fault page(Consumer<ObjectNode> change) {
    return changed(right -> right.withDocument(change));
  }

  /// The right answer with these bytes behind the first occurrence of a text in its body, such as
  /// `"text":"`; as it is if the text does not occur.
  ///
  /// @param text in Latin-1
  static Fault bytesBehind(String text, byte... bytes) {
    return changed(
        right -> {
          // In Latin-1 each byte is a character.
          String body = new String(right.body(), StandardCharsets.ISO_8859_1);
          int at = body.indexOf(text) + text.length();
          return body.contains(text)
              ? right.withBody(
                  (body.substring(0, at)
                          + new String(bytes, StandardCharsets.ISO_8859_1)
                          + body.substring(at))
                      .getBytes(StandardCharsets.ISO_8859_1))
              : right;
        });
  }

  /// Pages whose tokens circle: the last one of the first `pages` pages that get this fault leads
  /// back to the first.
  ///
  /// @param pages 1 or more; 1 is a page that leads to itself
  static Fault circlingTokens(int pages) {
    List<String> circle = new CopyOnWriteArrayList<>();
    return (right, request) -> {
      String page = right.content().page();
      if (page != null && circle.size() < pages && !circle.contains(page)) {
        circle.add(page);
      }
      return circle.indexOf(page) == pages - 1
          ? right.withDocument(document -> nextToken(document, circle.getFirst()))
          : right;
    };
  }

  private static void nextToken(ObjectNode document, String token) {
    document.withObject("/meta").put("next_token", token);
  }

  /// The right answer without `meta`.
  static Fault withoutMeta() {
    return page(document -> document.remove("meta"));
  }

  /// The right answer without the token of the next page, as if it was the last.
  static Fault withoutNextToken() {
    return page(document -> document.withObject("/meta").remove("next_token"));
  }

  /// 400 naming `next_token`, if the request has one; else the right answer.
  static Fault tokenRefused() {
    return (right, request) ->
        request
            .parameters()
            .value("next_token")
            .map(token -> Problems.unknownToken(token).withRateLimitOf(right))
            .orElse(right);
  }

  /// 400 naming the query, if this is the request's query; else the right answer.
  static Fault queryRefused(String query) {
    return (right, request) ->
        request
            .parameters()
            .value("query")
            .filter(query::equals)
            .map(refused -> Problems.invalidQuery(refused).withRateLimitOf(right))
            .orElse(right);
  }

  /// The right answer with this header, such as `date`.
  static Fault header(String name, Object value) {
    return changed(right -> right.with(name, value));
  }

  /// Any status with a JSON body.
  static Fault json(int status, String body) {
    return counted(Answer.json(status, body));
  }

  /// Any status with a body of plain text.
  static Fault text(int status, String body) {
    return counted(Answer.text(status, body));
  }

  /// 500, 502, 503 or 504 with a problem document.
  static Fault serverFailure(int status) {
    return counted(Problems.serverFailure(status));
  }

  /// 401.
  static Fault unauthorized() {
    return counted(Problems.unauthorized());
  }

  /// 402: out of credits.
  static Fault creditsDepleted() {
    return counted(Problems.creditsDepleted());
  }

  /// 403.
  static Fault forbidden() {
    return counted(Problems.forbidden());
  }

  /// 429 as after too many requests, in JSON.
  ///
  /// @param rate [RateHeaders#AS_COUNTED] makes it the rule of one request a second
  static Fault rateLimited(RateHeaders rate) {
    return rateLimited(Problems.tooManyRequests(), rate);
  }

  /// 429 as after too many requests, in plain text.
  ///
  /// @param rate [RateHeaders#AS_COUNTED] makes it the rule of one request a second
  static Fault rateLimitedAsText(RateHeaders rate) {
    return rateLimited(Problems.tooManyRequestsAsText(), rate);
  }

  private static Fault rateLimited(Answer refusal, RateHeaders rate) {
    return (right, request) -> rate.applyTo(refusal.withRateLimitOf(right), request.at());
  }

  /// The right answer with rate-limit headers that say this.
  static Fault rateLimit(int limit, int remaining, Instant reset) {
    return changed(
        new RateLimiter.Decision(RateLimiter.Verdict.GRANTED, limit, remaining, reset)::writeTo);
  }

  /// The right answer comes late, by this real time.
  static Fault slow(Duration delay) {
    return changed(right -> right.after(delay));
  }

  /// The body ends before the length that was announced, and the connection with it.
  static Fault bodyCutShort() {
    return changed(right -> right.delivered(Delivery.CUT_SHORT));
  }

  /// The connection is closed before anything is said.
  static Fault noAnswer() {
    return changed(right -> right.delivered(Delivery.NOTHING));
  }

  /// The connection is closed after the right answer, which does not announce it.
  static Fault hungUp() {
    return changed(right -> right.delivered(Delivery.HUNG_UP));
  }

  /// The body is half of a JSON document, though the transport is complete.
  static Fault jsonCutShort() {
    return changed(right -> right.withHalfTheBody().delivered(Delivery.SPOILED));
  }

  /// The status is 200, but the body is a web page.
  static Fault webPage() {
    return counted(
        Answer.of(200, "text/html; charset=utf-8", "<!DOCTYPE html><html><body></body></html>")
            .delivered(Delivery.SPOILED));
  }

  /// Referenced posts cannot be found: `errors` beside the data.
  static Fault partialErrors() {
    return page(PartialErrors::addTo);
  }
}
