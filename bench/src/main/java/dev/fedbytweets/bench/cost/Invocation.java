package dev.fedbytweets.bench.cost;

import dev.fedbytweets.bench.rounds.Taken;

/// One invocation of a function.
///
/// @param function its name in the definition
/// @param taken what its process took
/// @param requests what it asked of AWS
/// @param logBytes what it logged
record Invocation(String function, Taken taken, Requests requests, long logBytes) {}
