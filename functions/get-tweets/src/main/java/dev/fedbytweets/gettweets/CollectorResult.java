package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why an invocation stops, and what the state machine is to do next.
///
/// @param resumeAt null unless `progress` is [Progress#WAIT]
record CollectorResult(Progress progress, StopReason reason, @Nullable Instant resumeAt) {

  static CollectorResult done(StopReason reason) {
    return new CollectorResult(Progress.DONE, reason, null);
  }

  static CollectorResult more(StopReason reason) {
    return new CollectorResult(Progress.MORE, reason, null);
  }

  static CollectorResult waitUntil(Instant resumeAt, StopReason reason) {
    return new CollectorResult(Progress.WAIT, reason, resumeAt);
  }
}
