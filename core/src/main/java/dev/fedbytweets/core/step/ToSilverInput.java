package dev.fedbytweets.core.step;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import java.util.Objects;

/// Merge what is new in a bronze table into its silver table.
public record ToSilverInput(Run run, Entity table) {

  public ToSilverInput {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(table, "table");
  }
}
