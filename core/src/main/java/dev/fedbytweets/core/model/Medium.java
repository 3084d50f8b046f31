package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `bronze.media`: a picture or video as one page holds it, nothing cleaned. The
/// components are the columns, in their order. Whatever the page does not say is null; lists are
/// never empty, but null.
///
/// @param mediaKey as received, not null
/// @param type `photo`, `video` or `animated_gif`, as received
/// @param url of a picture
/// @param previewImageUrl of a video
/// @param altText what its author wrote for those who cannot see it
/// @param width in pixels
/// @param height in pixels
/// @param durationMs of a video, in milliseconds
/// @param viewCount of a video
/// @param variants the files of a video
/// @param importDate when the row was written to bronze
/// @param fileName the key of the raw page below `raw/`
/// @param retrievedAt when X answered
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later
public record Medium(
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
    String runId,
    Instant retrievedAt,
    @Nullable Boolean retrievedAtKnown) {

  public Medium {
    Objects.requireNonNull(mediaKey, "mediaKey");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
