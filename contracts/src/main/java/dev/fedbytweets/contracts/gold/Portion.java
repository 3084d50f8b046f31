package dev.fedbytweets.contracts.gold;

import java.time.Instant;
import java.time.InstantSource;

/// How much a step does before it commits. A day that is begun is done to its end, and so is the
/// first one in any case.
///
/// @param rows after which no further day is begun
/// @param deadline after which no further day is begun
/// @param clock tells the time
public record Portion(long rows, Instant deadline, InstantSource clock) {

  boolean hasRoom(long read) {
    return read < rows && clock.instant().isBefore(deadline);
  }
}
