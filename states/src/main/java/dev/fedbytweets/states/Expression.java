package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The value of a field whose name ends in `.$`: a path, or a call of an intrinsic function.
sealed interface Expression {

  /// @throws StateFailure `States.ParameterPathFailure` if a path leads to nothing,
  ///     `States.IntrinsicFailure` if a function cannot work with its arguments
  JsonNode evaluate(JsonNode data, JsonNode context);

  /// A path.
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

  /// A string in apostrophes among a function's arguments, cut at each `{}` that is not escaped:
  /// `'{} of \{{}\}'` has the pieces ``, ` of {` and `}`.
  ///
  /// @param pieces at least one; escapes are resolved
  record Quoted(List<String> pieces) implements Expression {

    public Quoted {
      pieces = List.copyOf(pieces);
    }

    @Override
    public JsonNode evaluate(JsonNode data, JsonNode context) {
      return Json.ofText(value());
    }

    /// The string with its `{}`.
    String value() {
      return String.join("{}", pieces);
    }
  }

  /// A call of a function.
  record Call(IntrinsicFunction function, List<Expression> arguments) implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public JsonNode evaluate(JsonNode data, JsonNode context) {
      List<JsonNode> values =
          arguments.stream().map(argument -> argument.evaluate(data, context)).toList();
      return function.call(arguments, values);
    }
  }
}
