package dev.fedbytweets.comply;

import java.time.Instant;

/// X refused for its rate limit. Ends a step early, and is never seen outside of this package.
final class ThrottledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Instant until;

  ThrottledException(Instant until) {
    super("X may be asked again at " + until);
    this.until = until;
  }

  /// When X may be asked again.
  Instant until() {
    return until;
  }
}
