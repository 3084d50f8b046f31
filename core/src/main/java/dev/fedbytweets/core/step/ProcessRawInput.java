package dev.fedbytweets.core.step;

import dev.fedbytweets.core.run.Run;
import java.util.Objects;

/// Bring every stored page that is not in bronze yet into bronze.
public record ProcessRawInput(Run run) {

  public ProcessRawInput {
    Objects.requireNonNull(run, "run");
  }
}
