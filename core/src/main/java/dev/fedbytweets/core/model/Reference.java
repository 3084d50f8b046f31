package dev.fedbytweets.core.model;

import org.jspecify.annotations.Nullable;

/// A post that another post points to.
///
/// @param type `retweeted`, `quoted` or `replied_to`, as received; may be null
/// @param id the post pointed to, as received; may be null
public record Reference(@Nullable String type, @Nullable String id) {}
