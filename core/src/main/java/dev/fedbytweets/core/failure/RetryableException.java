package dev.fedbytweets.core.failure;

import org.jspecify.annotations.Nullable;

/// The failure may pass by itself: throttling, 5xx, timeouts, broken connections, a commit that
/// lost a race. Repeating the step with the same input is safe and may succeed.
public final class RetryableException extends LakeException {

  private static final long serialVersionUID = 1L;

  public RetryableException(String message) {
    super(message, null);
  }

  public RetryableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
