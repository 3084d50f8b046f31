package dev.fedbytweets.core.step;

import dev.fedbytweets.core.run.Run;
import java.util.Objects;

/// Count the days anew that silver, labels or bronze changed, and write the page.
public record ToGoldInput(Run run) {

  public ToGoldInput {
    Objects.requireNonNull(run, "run");
  }
}
