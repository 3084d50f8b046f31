package dev.fedbytweets.gettweets.checkpoint;

/// Who may collect a subject: one holder at a time. On Lambda each invocation is a holder of its
/// own. On one machine, where a lake has one process at a time, all invocations are the same
/// holder, so that the lease of a killed process keeps nobody out.
///
/// @param id not blank
public record LeaseHolder(String id) {

  public LeaseHolder {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("the holder of a lease has an id");
    }
  }
}
