package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// X's counts of recent posts. A request costs $0.005, whatever it counts.
@FunctionalInterface
public interface XCounts {

  /// Asks once, whatever the response is.
  ///
  /// @param query in X's search language
  /// @param sinceId counts only posts after this; null for as far back as X searches, 7 days
  /// @return the response, also if it is an error
  /// @throws IOException if no whole response came
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is no usable token
  XResponse count(String query, @Nullable Long sinceId) throws IOException;
}
