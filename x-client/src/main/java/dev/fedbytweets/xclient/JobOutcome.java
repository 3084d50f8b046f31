package dev.fedbytweets.xclient;

import dev.fedbytweets.core.failure.LakeException;
import java.time.Instant;
import java.util.List;

/// What X answers when it is asked for compliance jobs. Failures beyond these are thrown.
public sealed interface JobOutcome {

  /// The jobs that were asked for.
  record Given(List<ComplianceJob> jobs) implements JobOutcome {
    public Given {
      jobs = List.copyOf(jobs);
    }
  }

  /// Another job of the type runs already.
  record Occupied(LakeException failure) implements JobOutcome {}

  /// There is no such job.
  record Missing() implements JobOutcome {}

  /// X refused for its rate limit.
  ///
  /// @param until when it may be asked again
  record Throttled(Instant until) implements JobOutcome {}
}
