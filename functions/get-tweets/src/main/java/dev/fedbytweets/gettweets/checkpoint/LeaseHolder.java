package dev.fedbytweets.gettweets.checkpoint;

/// Who may collect a subject: one at a time. On Lambda each invocation is a holder of its own; on
/// one machine, where a lake has one process at a time, they are all the same one, so that what a
/// killed process held is nobody's hindrance.
///
/// @param id not blank
public record LeaseHolder(String id) {

  public LeaseHolder {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("a holder has an id");
    }
  }
}
