package dev.fedbytweets.core.step;

import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import java.util.Objects;

/// Collect a subject's posts for a run.
public record GetTweetsInput(Run run, Subject subject) {

  public GetTweetsInput {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(subject, "subject");
  }
}
