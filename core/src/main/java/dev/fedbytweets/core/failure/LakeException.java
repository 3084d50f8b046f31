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

  /// How long a message may be: those of a hundred subjects travel in one payload of the state
  /// machine, which has at most 256 KiB.
  public static final int LONGEST_MESSAGE = 500;

  private static final long serialVersionUID = 1L;

  /// @param message what failed, naming the object (`s3://bucket/key`, subject, page); never a
  ///     secret, never a post's content; cut after [#LONGEST_MESSAGE] characters
  /// @param cause what was caught, or null
  LakeException(String message, @Nullable Throwable cause) {
    super(shortened(message), cause);
  }

  private static String shortened(String message) {
    if (message.length() <= LONGEST_MESSAGE) {
      return message;
    }
    int end = LONGEST_MESSAGE - 3;
    return message.substring(0, Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
