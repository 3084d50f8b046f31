package dev.fedbytweets.core.failure;

import org.jspecify.annotations.Nullable;

/// This input can never work, however often it is tried: a query that X does not accept, a run
/// name that cannot be part of a key.
public final class RejectedException extends LakeException {

  private static final long serialVersionUID = 1L;

  public RejectedException(String message) {
    super(message, null);
  }

  public RejectedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
