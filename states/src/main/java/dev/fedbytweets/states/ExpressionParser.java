package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads paths and calls of intrinsic functions: `States.Format('{} of {}', $.done,
/// States.ArrayLength($.all))`.
final class ExpressionParser {

  private static final Pattern CONSTANT =
      Pattern.compile("true\\b|false\\b|null\\b|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]+");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'", Pattern.DOTALL);

  private final String text;
  private int at;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException if the text is neither a path nor a call of a supported
  ///     function
  static Expression parse(String text) {
    if (text.startsWith("$")) {
      return new Expression.At(Path.parse(text));
    }
    ExpressionParser parser = new ExpressionParser(text);
    Expression call = parser.call();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.refuse("there is more behind the function's end");
    }
    return call;
  }

  private Expression call() {
    String name = expect(NAME, "a path or a function is expected").group();
    IntrinsicFunction function = IntrinsicFunction.of(name);
    if (!accept('(')) {
      throw refuse("'(' is expected behind %s".formatted(name));
    }
    List<Expression> arguments = arguments();
    function.check(arguments);
    return new Expression.Call(function, arguments);
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    skipSpace();
    if (accept(')')) {
      return arguments;
    }
    do {
      skipSpace();
      arguments.add(argument());
      skipSpace();
    } while (accept(','));
    if (!accept(')')) {
      throw refuse("',' or ')' is expected");
    }
    return arguments;
  }

  private Expression argument() {
    if (text.startsWith("$", at)) {
      return new Expression.At(Path.parse(pathText()));
    }
    if (text.startsWith("'", at)) {
      return quoted(expect(QUOTED, "a closing apostrophe is missing").group(1));
    }
    Matcher constant = CONSTANT.matcher(text).region(at, text.length());
    if (!constant.lookingAt()) {
      return call();
    }
    at = constant.end();
    try {
      return new Expression.Constant(Json.parse(constant.group()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON constant: " + constant.group(), e);
    }
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

  /// @param source the characters between the apostrophes
  private static Expression quoted(String source) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      if (source.startsWith("{}", at)) {
        pieces.add(piece.toString());
        piece.setLength(0);
        at++;
      } else if (c == '\\') {
        at++;
        if ("'{}\\".indexOf(source.charAt(at)) < 0) {
          throw new IllegalArgumentException(
              "'%s': a backslash may stand before ', {, } and \\ only".formatted(source));
        }
        piece.append(source.charAt(at));
      } else if (c == '{' || c == '}') {
        throw new IllegalArgumentException("'%s': put a backslash before %s".formatted(source, c));
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return new Expression.Quoted(pieces);
  }

  private Matcher expect(Pattern pattern, String otherwise) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw refuse(otherwise);
    }
    at = matcher.end();
    return matcher;
  }

  private boolean accept(char expected) {
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
