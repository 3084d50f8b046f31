package dev.fedbytweets.local.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/// What a response page says about itself.
///
/// @param retrievedAt when X answered; empty unless twarc noted it
/// @param newestPost when the newest post, or user, in `data` was made; empty if the page does not
///     say
/// @param posts the number of posts in `data`
/// @param users the number of users in `data`
record PageSummary(
    Optional<Instant> retrievedAt, Optional<Instant> newestPost, long posts, long users) {

  PageSummary {
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(newestPost, "newestPost");
  }

  /// The UTC day under which the page is stored. It follows from the content alone, so that the
  /// same page has the same key wherever it comes from: when it was retrieved, else when its
  /// newest post was written, else 1970-01-01.
  LocalDate date() {
    return retrievedAt
        .or(() -> newestPost)
        .orElse(Instant.EPOCH)
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }
}
