package dev.fedbytweets.local.importing;

import java.util.Objects;

/// What a look at a piece gave.
sealed interface PageLook permits PageFacts, PageLook.Unusable {

  /// It is no response page.
  record Unusable(Defect defect, long noticedAt) implements PageLook {

    /// @param noticedAt in bytes from the start of the piece
    public Unusable {
      Objects.requireNonNull(defect, "defect");
    }
  }
}
