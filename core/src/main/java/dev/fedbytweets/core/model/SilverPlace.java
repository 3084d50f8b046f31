package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `silver.places`, key `id`. The components are the columns, in their order. Optional
/// values that are not known are null; lists are never empty, but null.
///
/// @param retrievedAt when X gave the values of this row
/// @param firstRetrievedAt when X first gave the place, not after `retrievedAt`
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later; null
///     in rows of earlier versions, whose time counts as known
public record SilverPlace(
    String id,
    @Nullable String fullName,
    @Nullable String country,
    @Nullable String placeType,
    Instant importDate,
    String fileName,
    Instant retrievedAt,
    Instant firstRetrievedAt,
    @Nullable String name,
    @Nullable String countryCode,
    @Nullable Double west,
    @Nullable Double south,
    @Nullable Double east,
    @Nullable Double north,
    @Nullable List<String> containedWithin,
    @Nullable Boolean retrievedAtKnown) {

  public SilverPlace {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(firstRetrievedAt, "firstRetrievedAt");
  }
}
