package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What stands behind a field whose name ends in `.$`: a path, or a call of an intrinsic
/// function.
sealed interface Expression {

  /// @throws StateFailure `States.ParameterPathFailure` if a path leads to nothing,
  ///   `States.IntrinsicFailure` if a function cannot work with its arguments
  JsonNode evaluate(JsonNode data, JsonNode context);

  /// What a path leads to.
  record At(Path path) implements Expression {

    @Override
    public JsonNode evaluate(JsonNode data, JsonNode context) {
      return path.read(data, context)
          .orElseThrow(
              () ->
                  StateFailure.parameterPath(
                      "the path '%s' leads to nothing".formatted(path.text())));
    }
  }

  /// A number, `true`, `false` or `null` among a function's arguments.
  record Constant(JsonNode value) implements Expression {

    @Override
    public JsonNode evaluate(JsonNode data, JsonNode context) {
      return value;
    }
  }

  /// A string in apostrophes among a function's arguments.
  record Quoted(QuotedText text) implements Expression {

    @Override
    public JsonNode evaluate(JsonNode data, JsonNode context) {
      return Json.ofText(text.value());
    }
  }

  /// The result of a function.
  record Call(IntrinsicFunction function, List<Expression> arguments) implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public JsonNode evaluate(JsonNode data, JsonNode context) {
      List<JsonNode> values =
          arguments.stream().map(argument -> argument.evaluate(data, context)).toList();
      return function.call(new Arguments(function.text(), arguments, values));
    }
  }
}
