package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Counts the requests of one endpoint. Safe for use by several threads.
final class RateLimiter {

  private final RateRule rule;
  private Instant reset = Instant.MIN;
  private Instant lastGranted = Instant.MIN;
  private int used;

  RateLimiter(RateRule rule) {
    this.rule = rule;
  }

  /// Whether a request at this time is taken; one that is not does not count.
  synchronized Decision ask(Instant now) {
    open(now);
    if (used >= rule.requests()) {
      return decision(Verdict.EXHAUSTED);
    }
    if (!rule.interval().isZero() && lastGranted.isAfter(now.minus(rule.interval()))) {
      return decision(Verdict.TOO_FAST);
    }
    used++;
    lastGranted = now;
    return decision(Verdict.GRANTED);
  }

  /// What the headers say of a request that does not count.
  synchronized Decision look(Instant now) {
    open(now);
    return decision(Verdict.GRANTED);
  }

  private void open(Instant now) {
    if (!now.isBefore(reset)) {
      reset = now.plus(rule.window()).truncatedTo(ChronoUnit.SECONDS);
      used = 0;
    }
  }

  private Decision decision(Verdict verdict) {
    return new Decision(verdict, rule.requests(), rule.requests() - used, reset);
  }

  enum Verdict {
    GRANTED,
    EXHAUSTED,
    TOO_FAST
  }

  /// @param remaining requests left in the window, this one taken off
  /// @param reset when the window ends
  record Decision(Verdict verdict, int limit, int remaining, Instant reset) {

    /// The answer with the headers that say how many requests are left.
    Answer writeTo(Answer answer) {
      return answer
          .with(Answer.RATE_LIMIT + "limit", limit)
          .with(Answer.RATE_LIMIT + "remaining", remaining)
          .with(Answer.RATE_LIMIT + "reset", reset.getEpochSecond());
    }
  }
}
