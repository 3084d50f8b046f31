package dev.fedbytweets.states;

import java.util.ArrayList;
import java.util.List;

/// A string in apostrophes, cut at each `{}` that is not escaped: `'{} of \{{}\}'` has the pieces
/// ``, ` of {` and `}`.
///
/// @param pieces at least one; escapes are resolved
record QuotedText(List<String> pieces) {

  QuotedText {
    pieces = List.copyOf(pieces);
  }

  /// @param source what stands between the apostrophes
  /// @throws IllegalArgumentException if a backslash, an apostrophe or a brace stands alone
  static QuotedText parse(String source) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      if (source.startsWith("{}", at)) {
        pieces.add(piece.toString());
        piece.setLength(0);
        at += 2;
      } else if (source.charAt(at) == '\\') {
        piece.append(escaped(source, at + 1));
        at += 2;
      } else {
        piece.append(unreserved(source, at));
        at++;
      }
    }
    pieces.add(piece.toString());
    return new QuotedText(pieces);
  }

  private static char escaped(String source, int at) {
    if (at >= source.length() || "'{}\\".indexOf(source.charAt(at)) < 0) {
      throw new IllegalArgumentException(
          "'%s': a backslash may stand before ', {, } and \\ only".formatted(source));
    }
    return source.charAt(at);
  }

  private static char unreserved(String source, int at) {
    if ("'{}".indexOf(source.charAt(at)) >= 0) {
      throw new IllegalArgumentException(
          "'%s': put a backslash before %s".formatted(source, source.charAt(at)));
    }
    return source.charAt(at);
  }

  /// Whether nothing is to be filled in.
  boolean isPlain() {
    return pieces.size() == 1;
  }

  /// The string with its `{}` as they are.
  String value() {
    return String.join("{}", pieces);
  }
}
