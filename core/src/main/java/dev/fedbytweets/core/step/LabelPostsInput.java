package dev.fedbytweets.core.step;

import dev.fedbytweets.core.run.Run;
import java.util.Objects;

/// Label the posts of the days that silver changed.
public record LabelPostsInput(Run run) {

  public LabelPostsInput {
    Objects.requireNonNull(run, "run");
  }
}
