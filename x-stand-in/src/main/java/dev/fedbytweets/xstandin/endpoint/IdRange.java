package dev.fedbytweets.xstandin.endpoint;

/// The posts that a request asks about: those with identifiers between two others.
///
/// @param after excluded
/// @param before excluded
record IdRange(long after, long before) {}
