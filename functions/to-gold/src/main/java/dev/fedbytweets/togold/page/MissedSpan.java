package dev.fedbytweets.togold.page;

import java.time.Instant;
import java.util.Objects;

/// A gap: time of a subject that was not collected.
///
/// @param from its beginning
/// @param to its end
/// @param reason as the checkpoint has it, such as `beyond_search`
public record MissedSpan(Instant from, Instant to, String reason) {

  public MissedSpan {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
  }
}
