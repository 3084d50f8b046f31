package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `silver.media`, key `mediaKey`. The components are the columns, in their order.
/// Optional values that are not known are null; lists are never empty, but null.
///
/// @param type `photo`, `video` or `animated_gif`
/// @param url of a picture
/// @param previewImageUrl of a video
/// @param altText what its author wrote for those who cannot see it
/// @param width in pixels
/// @param height in pixels
/// @param durationMs of a video, in milliseconds
/// @param viewCount of a video
/// @param variants the files of a video
/// @param retrievedAt when X gave the values of this row
/// @param firstRetrievedAt when X first gave the medium, not after `retrievedAt`
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later
public record SilverMedium(
    String mediaKey,
    @Nullable String type,
    @Nullable String url,
    @Nullable String previewImageUrl,
    @Nullable String altText,
    @Nullable Long width,
    @Nullable Long height,
    @Nullable Long durationMs,
    @Nullable Long viewCount,
    @Nullable List<MediaVariant> variants,
    Instant importDate,
    String fileName,
    Instant retrievedAt,
    Instant firstRetrievedAt,
    @Nullable Boolean retrievedAtKnown) {

  public SilverMedium {
    Objects.requireNonNull(mediaKey, "mediaKey");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(firstRetrievedAt, "firstRetrievedAt");
  }
}
