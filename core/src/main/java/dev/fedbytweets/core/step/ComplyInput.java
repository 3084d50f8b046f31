package dev.fedbytweets.core.step;

import dev.fedbytweets.core.run.Run;
import java.util.Objects;

/// Asks for a compliance check, or for the next step of one.
///
/// @param run the execution that asks, which names the check if it is the one that begins it
public record ComplyInput(Run run) {

  public ComplyInput {
    Objects.requireNonNull(run, "run");
  }
}
