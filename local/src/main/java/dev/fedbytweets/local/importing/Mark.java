package dev.fedbytweets.local.importing;

/// A place in a content.
record Mark(long offset, long line) {}
