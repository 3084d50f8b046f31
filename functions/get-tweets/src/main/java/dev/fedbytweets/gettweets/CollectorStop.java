package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why an invocation stops, and what the state machine is to do next.
///
/// @param resumeAt null unless `progress` is [Progress#WAIT]
record CollectorStop(Progress progress, StopReason reason, @Nullable Instant resumeAt) {

  static CollectorStop done(StopReason reason) {
    return new CollectorStop(Progress.DONE, reason, null);
  }

  static CollectorStop more(StopReason reason) {
    return new CollectorStop(Progress.MORE, reason, null);
  }

  static CollectorStop waitUntil(Instant resumeAt, StopReason reason) {
    return new CollectorStop(Progress.WAIT, reason, resumeAt);
  }
}
