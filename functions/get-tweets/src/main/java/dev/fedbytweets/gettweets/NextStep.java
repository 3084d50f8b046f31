package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import java.time.Instant;

/// What an invocation does next.
sealed interface NextStep {

  /// Asks for the next page of the window.
  record Ask() implements NextStep {}

  /// Ends.
  ///
  /// @param resumeAt null unless `progress` is [Progress#WAIT]
  record Stop(Progress progress, StopReason reason, Instant resumeAt) implements NextStep {}

  static Stop done(StopReason reason) {
    return new Stop(Progress.DONE, reason, null);
  }

  static Stop more(StopReason reason) {
    return new Stop(Progress.MORE, reason, null);
  }

  static Stop waiting(StopReason reason, Instant resumeAt) {
    return new Stop(Progress.WAIT, reason, resumeAt);
  }
}
