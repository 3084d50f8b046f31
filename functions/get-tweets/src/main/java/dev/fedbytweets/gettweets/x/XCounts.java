package dev.fedbytweets.gettweets.x;

import java.io.IOException;

/// Counts of recent posts of X. A request costs $0.005, whatever it counts.
@FunctionalInterface
public interface XCounts {

  /// Asks once, whatever the answer is.
  ///
  /// @return what X answered, also if it is an error
  /// @throws IOException if no whole answer came
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is no usable token
  XResponse count(CountRequest request) throws IOException;
}
