package dev.fedbytweets.core.model;

import org.jspecify.annotations.Nullable;

/// One of the files in which X keeps a video.
///
/// @param bitRate in bits per second; null where there is none, as in a playlist
/// @param contentType such as `video/mp4`, as received
/// @param url as received
public record MediaVariant(
    @Nullable Long bitRate, @Nullable String contentType, @Nullable String url) {}
