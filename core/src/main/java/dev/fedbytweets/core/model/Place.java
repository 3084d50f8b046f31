package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `bronze.places`: a place as one page holds it, nothing cleaned. The components are
/// the columns, in their order. Whatever the page does not say is null; lists are never empty,
/// but null.
///
/// @param id as received, not null
/// @param importDate when the row was written to bronze
/// @param fileName the key of the raw page below `raw/`
/// @param retrievedAt when X answered
/// @param west to `north`: the bounding box, in degrees (GeoJSON order)
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later; null
///     in rows of earlier versions, whose time counts as known
public record Place(
    String id,
    @Nullable String fullName,
    @Nullable String country,
    @Nullable String placeType,
    Instant importDate,
    String fileName,
    String runId,
    Instant retrievedAt,
    @Nullable String name,
    @Nullable String countryCode,
    @Nullable Double west,
    @Nullable Double south,
    @Nullable Double east,
    @Nullable Double north,
    @Nullable List<String> containedWithin,
    @Nullable Boolean retrievedAtKnown) {

  public Place {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
