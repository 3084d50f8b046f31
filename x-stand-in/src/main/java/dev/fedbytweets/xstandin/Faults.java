package dev.fedbytweets.xstandin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// Lets answers go wrong.
final class Faults {

  private static final String WEB_PAGE =
      "<!DOCTYPE html><html><body><h1>Something is being repaired</h1></body></html>";

  private Faults() {}

  /// @param answer the right one
  /// @param now when the request came
  static Reply reply(Fault fault, Answer answer, RateLimiter.Decision decision, Instant now) {
    Reply right = new Reply(answer, RateLimitHeaders.of(decision));
    return switch (fault) {
      case Fault.Instead instead ->
          new Reply(instead.answer(), RateLimitHeaders.of(instead.rate(), decision, now));
      case Fault.Slow slow -> new Reply(answer, right.headers(), Delivery.WHOLE, slow.delay());
      case Fault.Broken broken -> broken(broken, right);
    };
  }

  private static Reply broken(Fault.Broken fault, Reply right) {
    Answer answer = right.answer();
    return switch (fault) {
      case BODY_CUT_SHORT -> delivered(right, answer, Delivery.CUT_SHORT);
      case NO_ANSWER -> delivered(right, answer, Delivery.NOTHING);
      case JSON_CUT_SHORT -> delivered(right, answer.withBody(half(answer)), Delivery.SPOILED);
      case NOT_JSON ->
          delivered(right, Answer.of(200, "text/html; charset=utf-8", WEB_PAGE), Delivery.SPOILED);
      case PARTIAL_ERRORS ->
          delivered(right, answer.withBody(withErrors(answer.body())), Delivery.WHOLE);
    };
  }

  private static Reply delivered(Reply right, Answer answer, Delivery delivery) {
    return new Reply(answer, right.headers(), delivery, Duration.ZERO);
  }

  private static byte[] half(Answer answer) {
    return Arrays.copyOf(answer.body(), answer.body().length / 2);
  }

  private static byte[] withErrors(byte[] body) {
    return Json.read(body)
        .filter(ObjectNode.class::isInstance)
        .map(page -> Json.bytes(PartialErrors.in((ObjectNode) page)))
        .orElse(body);
  }
}
