package dev.fedbytweets.local.importing;

import java.util.Objects;

/// A part of a file that was not imported: a line, an element of a list or a damaged stretch.
///
/// @param position where it begins, not null
/// @param length in bytes; 0 where something is missing rather than wrong
/// @param reason not null
/// @param noticedAt the offset of the byte at which the reason showed
public record RejectedRecord(
    SourcePosition position, long length, RejectionReason reason, long noticedAt) {

  public RejectedRecord {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(reason, "reason");
  }

  /// For a person: the position and the reason.
  @Override
  public String toString() {
    boolean isInside = noticedAt > position.offset() && noticedAt < position.offset() + length;
    return "%s: %s%s"
        .formatted(position, reason.description(), isInside ? ", at byte " + noticedAt : "");
  }
}
