package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.time.Duration;

/// X's recent search.
@FunctionalInterface
public interface XSearch {

  /// Asks once, whatever the response is.
  ///
  /// @return the response, also if it is an error
  /// @throws IOException if no whole response came
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is no usable bearer token
  XResponse search(SearchRequest request) throws IOException;

  /// How far this machine's clock is ahead of X's, negative if it is behind; zero if X does not
  /// say. Asks without the bearer token, so X can charge nothing.
  ///
  /// @throws IOException if no response came
  default Duration clockAhead() throws IOException {
    return Duration.ZERO;
  }
}
