package dev.fedbytweets.states;

import java.util.ArrayList;
import java.util.List;

/// The pattern of `StringMatches`: `*` stands for any number of characters, `\*` and `\\` for
/// themselves.
///
/// @param pieces what stands between the `*`, at least one piece; escapes are resolved
record Wildcards(List<String> pieces) {

  Wildcards {
    pieces = List.copyOf(pieces);
  }

  /// @throws IllegalArgumentException if a backslash stands before anything else
  static Wildcards parse(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (c == '\\') {
        at++;
        piece.append(escaped(text, at));
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return new Wildcards(pieces);
  }

  private static char escaped(String text, int at) {
    if (at >= text.length() || "*\\".indexOf(text.charAt(at)) < 0) {
      throw new IllegalArgumentException(
          "'%s': a backslash may stand before * and \\ only".formatted(text));
    }
    return text.charAt(at);
  }

  /// Each piece is looked for as early as possible, which leaves most room for those behind it.
  boolean match(String value) {
    if (pieces.size() == 1) {
      return value.equals(pieces.getFirst());
    }
    if (!value.startsWith(pieces.getFirst())) {
      return false;
    }
    int from = pieces.getFirst().length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = value.indexOf(piece, from);
      if (found < 0) {
        return false;
      }
      from = found + piece.length();
    }
    String last = pieces.getLast();
    return value.length() - last.length() >= from && value.endsWith(last);
  }
}
