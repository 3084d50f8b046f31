package dev.fedbytweets.bench.cost;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.bench.rounds.Measurement;

/// One call of a function.
///
/// @param task its name in the definition
/// @param function which does it
/// @param measurement of its process
/// @param requests its requests to AWS
/// @param logBytes the size of its log
record FunctionCall(
    String task, Function function, Measurement measurement, Requests requests, long logBytes) {}
