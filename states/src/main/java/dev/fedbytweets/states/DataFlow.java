package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// How a state gets from its raw input to what it works on, and from its result to its output.
/// A field that the definition omits has the specification's default, which changes nothing.
record DataFlow(
    Path inputPath,
    PayloadTemplate parameters,
    PayloadTemplate resultSelector,
    ResultPath resultPath,
    Path outputPath) {

  static final DataFlow UNCHANGED =
      new DataFlow(
          Path.ROOT,
          PayloadTemplate.UNCHANGED,
          PayloadTemplate.UNCHANGED,
          ResultPath.REPLACE,
          Path.ROOT);

  /// Reads `InputPath`, `OutputPath`, and whichever of the other three fields the type of state may
  /// have. The others stay unread, so the state refuses them.
  ///
  /// @param others of `Parameters`, `ResultSelector` and `ResultPath`
  static DataFlow parse(Fields fields, String... others) {
    Set<String> known = Set.of(others);
    return new DataFlow(
        fields.text("InputPath", Path::parse).orElse(Path.ROOT),
        known.contains("Parameters") ? template(fields, "Parameters") : PayloadTemplate.UNCHANGED,
        known.contains("ResultSelector")
            ? template(fields, "ResultSelector")
            : PayloadTemplate.UNCHANGED,
        known.contains("ResultPath") ? ResultPath.parse(fields) : ResultPath.REPLACE,
        fields.text("OutputPath", Path::parse).orElse(Path.ROOT));
  }

  private static PayloadTemplate template(Fields fields, String name) {
    return fields.value(name, PayloadTemplate::parse).orElse(PayloadTemplate.UNCHANGED);
  }

  /// What the state works on: the raw input after `InputPath` and `Parameters`.
  JsonNode effectiveInput(JsonNode rawInput, JsonNode context) {
    return parameters.fill(inputPath.require("InputPath", rawInput, context), context);
  }

  /// The state's output: its result after `ResultSelector`, `ResultPath` and `OutputPath`.
  JsonNode output(JsonNode rawInput, JsonNode result, JsonNode context) {
    JsonNode selected = resultSelector.fill(result, context);
    return outputPath.require("OutputPath", resultPath.combine(rawInput, selected), context);
  }
}
