package dev.fedbytweets.gettweets.x;

import java.io.IOException;

/// Recent search of X.
@FunctionalInterface
public interface XSearch {

  /// Asks once, whatever the answer is.
  ///
  /// @return what X answered, also if it is an error
  /// @throws IOException if no whole answer came
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is no usable token
  XResponse search(SearchRequest request) throws IOException;
}
