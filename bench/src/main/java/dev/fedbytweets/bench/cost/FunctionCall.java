package dev.fedbytweets.bench.cost;

import dev.fedbytweets.bench.rounds.Measurement;

/// A function that was called once.
///
/// @param function its name in the definition
/// @param measurement of its process
/// @param requests what it asked of AWS
/// @param logBytes what it logged
record FunctionCall(String function, Measurement measurement, Requests requests, long logBytes) {}
