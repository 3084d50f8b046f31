package dev.fedbytweets.xstandin;

import java.time.Duration;

/// How many requests an endpoint takes in a window, which begins with its first request.
///
/// @param requests 1 or more
/// @param window a positive span
/// @param interval how long after a request the next one is taken; zero for at once
public record RateRule(int requests, Duration window, Duration interval) {

  /// X's rule for recent search by an app.
  public static final RateRule SEARCH = new RateRule(450, Duration.ofMinutes(15));

  /// X's rule for recent counts by an app.
  public static final RateRule COUNTS = new RateRule(300, Duration.ofMinutes(15));

  /// X's rule for compliance jobs.
  public static final RateRule COMPLIANCE = new RateRule(150, Duration.ofMinutes(15));

  /// X's rule for usage.
  public static final RateRule USAGE = new RateRule(50, Duration.ofMinutes(15));

  public RateRule {
    if (requests < 1 || window.isNegative() || window.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException(
          "no rate limit: %d requests in %s, %s apart".formatted(requests, window, interval));
    }
  }

  public RateRule(int requests, Duration window) {
    this(requests, window, Duration.ZERO);
  }

  public RateRule withInterval(Duration other) {
    return new RateRule(requests, window, other);
  }
}
