package dev.fedbytweets.bench.cost;

import dev.fedbytweets.bench.rounds.Measurement;

/// One call of a function.
///
/// @param function its name in the definition
/// @param measurement of its process
/// @param requests its requests to AWS
/// @param logBytes the size of its log
record FunctionCall(String function, Measurement measurement, Requests requests, long logBytes) {}
