package dev.fedbytweets.gettweets.x;

import java.io.IOException;

/// X's recent search.
@FunctionalInterface
public interface XSearch {

  /// Asks once, whatever the response is.
  ///
  /// @return the response, also if it is an error
  /// @throws IOException if no whole response came
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is no usable token
  XResponse search(SearchRequest request) throws IOException;
}
