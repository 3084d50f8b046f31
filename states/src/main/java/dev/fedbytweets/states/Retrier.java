package dev.fedbytweets.states;

import java.time.Duration;

/// One element of `Retry`: for which errors a state is tried again, how often, and after which
/// pauses.
///
/// @param errors what it is for
/// @param interval before the first retry
/// @param maxAttempts retries at most; 0 for never
/// @param backoffRate by what the pause grows with each retry, 1.0 or more
/// @param maxDelay the longest pause
/// @param jitter whether pauses are randomised
record Retrier(
    ErrorNames errors,
    Duration interval,
    int maxAttempts,
    double backoffRate,
    Duration maxDelay,
    Jitter jitter) {

  /// `JitterStrategy`.
  enum Jitter {
    NONE,
    /// Anything from no pause at all to the whole of it.
    FULL
  }

  /// The pause before a retry, without jitter.
  ///
  /// @param earlier how many retries there were before it
  Duration pause(int earlier) {
    double milliseconds = interval.toMillis() * Math.pow(backoffRate, earlier);
    return milliseconds >= maxDelay.toMillis() ? maxDelay : Duration.ofMillis((long) milliseconds);
  }
}
