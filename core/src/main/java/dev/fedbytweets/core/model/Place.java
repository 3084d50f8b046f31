package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// A row of `bronze.places`: a place as one page holds it, nothing cleaned. The components are
/// the columns, in their order. Whatever the page does not say is null; lists are never empty,
/// but null.
///
/// @param id as received, not null
/// @param importDate when the row was written to bronze
/// @param fileName the key of the raw page below `raw/`
/// @param retrievedAt when X answered
/// @param west to `north`: the bounding box, in degrees (GeoJSON order)
public record Place(
    String id,
    String fullName,
    String country,
    String placeType,
    Instant importDate,
    String fileName,
    String runId,
    Instant retrievedAt,
    String name,
    String countryCode,
    Double west,
    Double south,
    Double east,
    Double north,
    List<String> containedWithin) {

  public Place {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
