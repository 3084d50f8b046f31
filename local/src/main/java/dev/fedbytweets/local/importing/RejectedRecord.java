package dev.fedbytweets.local.importing;

import java.util.Objects;

/// A part of a file that was not imported: a line, an element of a list, a damaged stretch or the
/// whole.
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

  /// A file of which nothing, or nothing more, is read.
  static RejectedRecord ofFile(SourcePosition position, RejectionReason reason) {
    return new RejectedRecord(position, 0, reason, position.offset());
  }

  /// For a person: the position and the reason.
  @Override
  public String toString() {
    return "%s: %s%s".formatted(position, reason.description(), noticed());
  }

  /// For a person: the position, and where the reason showed.
  String place() {
    return position + reason.detail() + noticed();
  }

  private String noticed() {
    boolean isInside = noticedAt > position.offset() && noticedAt < position.offset() + length;
    return isInside ? ", at byte " + noticedAt : "";
  }
}
