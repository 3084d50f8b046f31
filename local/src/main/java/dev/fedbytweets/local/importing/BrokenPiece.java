package dev.fedbytweets.local.importing;

import java.util.Objects;

/// A piece of a file that was not imported.
///
/// @param place where it begins, not null
/// @param length in bytes; 0 where something is missing rather than wrong
/// @param defect not null
/// @param noticedAt the byte of the content at which the defect showed
public record BrokenPiece(Place place, long length, Defect defect, long noticedAt) {

  public BrokenPiece {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(defect, "defect");
  }

  /// For a person: the place and the reason.
  @Override
  public String toString() {
    boolean further = noticedAt > place.offset() && noticedAt < place.offset() + length;
    return "%s: %s%s".formatted(place, defect.reason(), further ? ", at byte " + noticedAt : "");
  }
}
