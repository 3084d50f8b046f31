package dev.fedbytweets.core.failure;

import org.jspecify.annotations.Nullable;

/// A person has to mend the installation: a setting is missing or wrong, X answers 401 or 403, the
/// account is out of credits.
public final class MisconfiguredException extends LakeException {

  private static final long serialVersionUID = 1L;

  public MisconfiguredException(String message) {
    super(message, null);
  }

  public MisconfiguredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
