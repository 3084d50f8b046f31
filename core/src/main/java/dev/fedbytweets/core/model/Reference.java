package dev.fedbytweets.core.model;

/// A post that another post points to.
///
/// @param type `retweeted`, `quoted` or `replied_to`, as received; may be null
/// @param id the post pointed to, as received; may be null
public record Reference(String type, String id) {}
