package dev.fedbytweets.local.importing;

import java.util.BitSet;

/// Follows the brackets of a value that is not valid JSON, to find its end all the same. Brackets
/// in texts do not count.
final class BracketMatcher {

  private final BitSet objects = new BitSet();
  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean mismatched;

  /// Takes the next byte of the value, of which the first is a bracket.
  ///
  /// @return whether the value ends with this byte
  boolean accept(int next) {
    if (inText) {
      inText = escaped || next != '"';
      escaped = !escaped && next == '\\';
      return false;
    }
    return switch (next) {
      case '"' -> {
        inText = true;
        yield false;
      }
      case '{', '[' -> {
        objects.set(depth, next == '{');
        depth++;
        yield false;
      }
      case '}', ']' -> closes(next == '}');
      default -> false;
    };
  }

  private boolean closes(boolean object) {
    mismatched |= depth == 0 || objects.get(depth - 1) != object;
    depth = Math.max(depth - 1, 0);
    return depth == 0 && !mismatched;
  }
}
