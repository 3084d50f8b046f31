package dev.fedbytweets.core.failure;

import org.jspecify.annotations.Nullable;

/// Why a step could not do its work. The three kinds say what the caller may do about it; the
/// state machine distinguishes them by class name (`statemachine/ingest.asl.json`), so a rename
/// here is a change there.
///
/// A bad row is not an exception: it is quarantined (see
/// [dev.fedbytweets.core.storage.Quarantine]).
public abstract sealed class LakeException extends RuntimeException
    permits MisconfiguredException, RejectedException, RetryableException {

  private static final long serialVersionUID = 1L;

  /// @param message what failed, naming the object (`s3://bucket/key`, subject, page); never a
  ///     secret, never a post's content
  /// @param cause what was caught, or null
  LakeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
