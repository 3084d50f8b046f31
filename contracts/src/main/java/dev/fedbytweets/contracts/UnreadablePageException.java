package dev.fedbytweets.contracts;

import java.io.IOException;

/// A body that is no page: nothing of it can be read.
public final class UnreadablePageException extends IOException {

  private static final long serialVersionUID = 1L;

  /// @param reason what is wrong and where, fit for logs: nothing of the page's content is in it
  UnreadablePageException(String reason) {
    super(reason);
  }
}
