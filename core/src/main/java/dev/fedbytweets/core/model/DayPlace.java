package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `gold.places_by_day`, key (`day`, `subject`, `place_id`).
///
/// @param day UTC
/// @param fullName as it was known when the day was last counted; null if X did not say
/// @param countryCode two letters; null if X did not say
/// @param posts that were written there
public record DayPlace(
    LocalDate day,
    String subject,
    String placeId,
    @Nullable String fullName,
    @Nullable String countryCode,
    long posts) {

  public DayPlace {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(placeId, "placeId");
  }
}
