package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Reads the fields that direct a state's data. Which of them a state may have depends on its
/// type; the others stay unread and are refused with it.
final class DataFlowParser {

  private final Fields fields;

  DataFlowParser(Fields fields) {
    this.fields = fields;
  }

  /// For states that have none of these fields.
  static DataFlow none() {
    return new DataFlow(
        Selection.ALL,
        PayloadTemplate.UNCHANGED,
        PayloadTemplate.UNCHANGED,
        ResultTarget.REPLACE,
        Selection.ALL);
  }

  /// Task and Parallel.
  DataFlow everything() {
    return new DataFlow(
        selection("InputPath"),
        template("Parameters"),
        template("ResultSelector"),
        resultPath(fields),
        selection("OutputPath"));
  }

  /// Map, whose `Parameters` are an old name of `ItemSelector`.
  DataFlow withoutParameters() {
    return new DataFlow(
        selection("InputPath"),
        PayloadTemplate.UNCHANGED,
        template("ResultSelector"),
        resultPath(fields),
        selection("OutputPath"));
  }

  /// Pass.
  DataFlow withoutResultSelector() {
    return new DataFlow(
        selection("InputPath"),
        template("Parameters"),
        PayloadTemplate.UNCHANGED,
        resultPath(fields),
        selection("OutputPath"));
  }

  /// Choice, Wait and Succeed: their result is their input.
  DataFlow inputAndOutput() {
    return new DataFlow(
        selection("InputPath"),
        PayloadTemplate.UNCHANGED,
        PayloadTemplate.UNCHANGED,
        ResultTarget.REPLACE,
        selection("OutputPath"));
  }

  PayloadTemplate template(String name) {
    return fields.value(name, PayloadTemplate::parse).orElse(PayloadTemplate.UNCHANGED);
  }

  private Selection selection(String name) {
    if (isNull(fields, name)) {
      return new Selection.Nothing();
    }
    Optional<Selection> path =
        fields.text(name, Path::parse).map(parsed -> new Selection.At(name, parsed));
    return path.orElse(Selection.ALL);
  }

  /// `ResultPath`, of a state or a catcher.
  static ResultTarget resultPath(Fields fields) {
    if (isNull(fields, "ResultPath")) {
      return new ResultTarget.Discard();
    }
    Optional<ResultTarget> place =
        fields.text("ResultPath", ReferencePath::parse).map(ResultTarget.At::new);
    return place.orElse(ResultTarget.REPLACE);
  }

  private static boolean isNull(Fields fields, String name) {
    return fields.value(name).filter(JsonNode::isNull).isPresent();
  }
}
