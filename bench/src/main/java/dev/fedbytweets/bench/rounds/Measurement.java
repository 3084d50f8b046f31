package dev.fedbytweets.bench.rounds;

/// The time and memory of one process.
///
/// @param wallSeconds from before its start to after its end
/// @param cpuSeconds of all its threads, user and system
/// @param peakBytes the most memory that was resident
public record Measurement(double wallSeconds, double cpuSeconds, long peakBytes) {}
