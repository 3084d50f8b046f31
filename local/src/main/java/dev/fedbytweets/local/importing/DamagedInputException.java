package dev.fedbytweets.local.importing;

import java.io.IOException;

/// Bytes of a file are missing or lost here: what was read before and what is read next do not
/// belong together.
final class DamagedInputException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient RejectionReason reason;

  DamagedInputException(RejectionReason reason) {
    super(reason.description());
    this.reason = reason;
  }

  RejectionReason reason() {
    return reason;
  }
}
