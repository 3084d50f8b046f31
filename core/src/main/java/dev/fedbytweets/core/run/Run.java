package dev.fedbytweets.core.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/// One execution of the state machine. Both parts stay the same when the execution is redriven
/// or a step is tried again, so everything that is named by a run is named the same each time.
///
/// @param name not null
/// @param startedAt when the execution started, not null
public record Run(RunName name, Instant startedAt) {

  public Run {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(startedAt, "startedAt");
  }

  /// The UTC day on which the run started.
  public LocalDate date() {
    return startedAt.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
