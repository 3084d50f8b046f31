package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.xclient.XResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds this machine's clock against X's. The clock decides which span X is asked for, and which
/// sighting of a post is the newest. Not safe for use by several threads.
final class ClockCheck {

  /// A clock that is further off is told of, and pages get X's times.
  private static final Duration MOST_UNSAID = Duration.ofMinutes(1);

  /// A clock that is further off is refused.
  private static final Duration MOST = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

  private final Metrics metrics;
  private Duration ahead = Duration.ZERO;

  /// @param metrics are told once that the clock is off
  ClockCheck(Metrics metrics) {
    this.metrics = metrics;
  }

  /// Tells of a clock that is off.
  ///
  /// @param found how far the clock is ahead of X's, negative if it is behind
  /// @throws MisconfiguredException if it is too far off to collect by it
  void check(Duration found) {
    if (!isOff(found)) {
      return;
    }
    if (ahead.isZero()) {
      metrics.put(Metric.CLOCK_OFF, 1);
      LOG.atWarn()
          .addKeyValue("ahead_seconds", found.toSeconds())
          .log("this machine's clock is off X's");
    }
    ahead = found;
    if (found.abs().compareTo(MOST) > 0) {
      throw new MisconfiguredException(
          "this machine's clock is %s %s X's: set it, or posts would be missed and old ones win"
              .formatted(found.abs(), found.isNegative() ? "behind" : "ahead of"));
    }
  }

  /// How far the clock is ahead of X's, negative if it is behind; zero if it is not worth telling.
  Duration ahead() {
    return ahead;
  }

  /// A response with its times on X's clock if the two are apart.
  static XResponse byXsClock(XResponse response) {
    Duration ahead = response.clockAhead();
    return isOff(ahead) ? response.earlier(ahead) : response;
  }

  private static boolean isOff(Duration ahead) {
    return ahead.abs().compareTo(MOST_UNSAID) > 0;
  }
}
