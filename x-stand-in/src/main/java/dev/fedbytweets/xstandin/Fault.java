package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Problems;
import java.time.Duration;
import java.util.Objects;

/// Something that goes wrong with a request, on demand of a test.
public sealed interface Fault {

  /// Another answer takes the place of the right one; nothing is read, so nothing is charged.
  record Instead(Answer answer, RateHeaders rate) implements Fault {

    public Instead {
      Objects.requireNonNull(answer, "answer");
      Objects.requireNonNull(rate, "rate");
    }
  }

  /// The right answer comes late.
  ///
  /// @param delay of real time, whatever the stand-in's clock shows
  record Slow(Duration delay) implements Fault {

    public Slow {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("an answer cannot be early: " + delay);
      }
    }
  }

  /// The right answer is made, and charged, but does not arrive as it should.
  enum Broken implements Fault {
    /// The body ends before the length that was announced, and the connection with it.
    BODY_CUT_SHORT,
    /// The body is half of a JSON document, though the transport is complete.
    JSON_CUT_SHORT,
    /// The status is 200, but the body is a web page.
    NOT_JSON,
    /// The connection is closed before anything is said.
    NO_ANSWER,
    /// Referenced posts cannot be found: `errors` beside the data.
    PARTIAL_ERRORS
  }

  /// What the rate-limit headers say beside an answer that takes the place of the right one.
  enum RateHeaders {
    /// What is true.
    AS_COUNTED,
    /// Nothing remaining until the window's true end.
    EXHAUSTED,
    /// Nothing remaining until a time that is already over.
    RESET_IN_THE_PAST,
    /// Nothing remaining, and not a word about until when.
    WITHOUT_RESET
  }

  /// Any status with a problem document or another JSON body.
  static Fault json(int status, String body) {
    return new Instead(Answer.problem(status, body), RateHeaders.AS_COUNTED);
  }

  /// Any status with a body of plain text.
  static Fault text(int status, String body) {
    return new Instead(Answer.text(status, body), RateHeaders.AS_COUNTED);
  }

  /// 500, 502, 503 or 504 with a problem document.
  static Fault serverFailure(int status) {
    return new Instead(Problems.serverFailure(status), RateHeaders.AS_COUNTED);
  }

  /// 401.
  static Fault unauthorized() {
    return new Instead(Problems.unauthorized(), RateHeaders.AS_COUNTED);
  }

  /// 402: out of credits.
  static Fault creditsDepleted() {
    return new Instead(Problems.creditsDepleted(), RateHeaders.AS_COUNTED);
  }

  /// 403.
  static Fault forbidden() {
    return new Instead(Problems.forbidden(), RateHeaders.AS_COUNTED);
  }

  /// 429 as after too many requests, in JSON.
  ///
  /// @param rate [RateHeaders#AS_COUNTED] makes it the rule of one request a second
  static Fault rateLimited(RateHeaders rate) {
    return new Instead(Problems.tooManyRequests(), rate);
  }

  /// 429 as after too many requests, in plain text.
  ///
  /// @param rate [RateHeaders#AS_COUNTED] makes it the rule of one request a second
  static Fault rateLimitedAsText(RateHeaders rate) {
    return new Instead(Problems.tooManyRequestsAsText(), rate);
  }
}
