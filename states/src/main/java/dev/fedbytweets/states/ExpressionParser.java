package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads paths and calls of intrinsic functions: `States.Format('{} of {}', $.done,
/// States.ArrayLength($.all))`.
final class ExpressionParser {

  /// Step Functions takes ten functions within each other.
  private static final int DEEPEST_CALL = 10;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]+");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(?<fraction>\\.\\d+)?(?<exponent>[eE][+-]?\\d+)?");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'", Pattern.DOTALL);

  private final String text;
  private int at;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException if the text is neither a path nor a call of a function that
  ///   is known
  static Expression parse(String text) {
    if (text.startsWith("$")) {
      return new Expression.At(Path.parse(text));
    }
    ExpressionParser parser = new ExpressionParser(text);
    Expression call = parser.call(1);
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.refuse("there is more behind the function's end");
    }
    return call;
  }

  private Expression call(int depth) {
    if (depth > DEEPEST_CALL) {
      throw refuse("more than %d functions within each other".formatted(DEEPEST_CALL));
    }
    Matcher name = expect(NAME, "a path or a function is expected");
    IntrinsicFunction function = IntrinsicFunction.of(name.group());
    if (!takes('(')) {
      throw refuse("'(' is expected behind %s".formatted(name.group()));
    }
    List<Expression> arguments = arguments(depth);
    function.check(arguments);
    return new Expression.Call(function, arguments);
  }

  private List<Expression> arguments(int depth) {
    List<Expression> arguments = new ArrayList<>();
    skipSpace();
    if (takes(')')) {
      return arguments;
    }
    do {
      skipSpace();
      arguments.add(argument(depth));
      skipSpace();
    } while (takes(','));
    if (!takes(')')) {
      throw refuse("',' or ')' is expected");
    }
    return arguments;
  }

  private Expression argument(int depth) {
    if (at >= text.length()) {
      throw refuse("an argument is missing");
    }
    char first = text.charAt(at);
    if (first == '$') {
      return new Expression.At(Path.parse(pathText()));
    }
    if (first == '\'') {
      String quoted = expect(QUOTED, "a closing apostrophe is missing").group(1);
      return new Expression.Quoted(QuotedText.parse(quoted));
    }
    if (first == '-' || Character.isDigit(first)) {
      return number();
    }
    return word(depth);
  }

  private Expression number() {
    Matcher number = expect(NUMBER, "a number is expected");
    if (number.group("fraction") == null && number.group("exponent") == null) {
      return new Expression.Constant(Json.NODES.numberNode(new BigInteger(number.group())));
    }
    return new Expression.Constant(Json.NODES.numberNode(new BigDecimal(number.group())));
  }

  private Expression word(int depth) {
    Matcher word = NAME.matcher(text).region(at, text.length());
    String name = word.lookingAt() ? word.group() : "";
    Expression constant =
        switch (name) {
          case "true" -> new Expression.Constant(BooleanNode.TRUE);
          case "false" -> new Expression.Constant(BooleanNode.FALSE);
          case "null" -> new Expression.Constant(NullNode.getInstance());
          default -> null;
        };
    if (constant == null) {
      return call(depth + 1);
    }
    at = word.end();
    return constant;
  }

  /// A path ends at the first comma or closing parenthesis that is not within brackets,
  /// parentheses or quotes of its own.
  private String pathText() {
    int start = at;
    int depth = 0;
    char quote = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (depth == 0 && (c == ',' || c == ')')) {
        break;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      }
    }
    return text.substring(start, at).strip();
  }

  private Matcher expect(Pattern pattern, String otherwise) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw refuse(otherwise);
    }
    at = matcher.end();
    return matcher;
  }

  private boolean takes(char expected) {
    boolean found = at < text.length() && text.charAt(at) == expected;
    if (found) {
      at++;
    }
    return found;
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private IllegalArgumentException refuse(String why) {
    return new IllegalArgumentException("'%s', at character %d: %s".formatted(text, at + 1, why));
  }
}
