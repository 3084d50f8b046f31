package dev.fedbytweets.togold.page;

/// A run's part for one subject.
///
/// @param subject its number in the model
/// @param at when its first post came, ISO 8601 to the minute
/// @param cents what X is expected to charge; negative if that is not shown
record PageRun(
    String run, int subject, String at, long posts, long media, long cents, long quarantined) {}
