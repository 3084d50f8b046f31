package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;

/// How a state gets from its raw input to what it works on, and from its result to its output.
/// What a definition does not say has the specification's default, which changes nothing.
record DataFlow(
    Selection inputPath,
    PayloadTemplate parameters,
    PayloadTemplate resultSelector,
    ResultTarget resultPath,
    Selection outputPath) {

  /// What the state works on: the raw input after `InputPath` and `Parameters`.
  JsonNode effectiveInput(JsonNode rawInput, JsonNode context) {
    return parameters.fill(inputPath.from(rawInput, context), context);
  }

  /// What the state passes on: its result after `ResultSelector`, `ResultPath` and `OutputPath`.
  JsonNode output(JsonNode rawInput, JsonNode result, JsonNode context) {
    JsonNode selected = resultSelector.fill(result, context);
    return outputPath.from(resultPath.combine(rawInput, selected), context);
  }
}
