package dev.fedbytweets.tosilver;

import dev.fedbytweets.tables.silver.CorrectionCounts;
import java.util.OptionalLong;

/// Reads identifiers and fits counts.
final class Numbers {

  private Numbers() {}

  /// The identifier that the text is; empty if it is not a positive decimal number of 64 bits.
  static OptionalLong identifier(String text) {
    if (!isDecimal(text)) {
      return OptionalLong.empty();
    }
    try {
      long identifier = Long.parseLong(text);
      return identifier > 0 ? OptionalLong.of(identifier) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// The identifier in an optional column: null if there is none, or none that can be read, which
  /// is counted.
  static Long identifier(String text, String column, CorrectionCounts corrections) {
    if (text == null || text.isBlank()) {
      return null;
    }
    OptionalLong identifier = identifier(text.strip());
    if (identifier.isPresent()) {
      return identifier.getAsLong();
    }
    corrections.count(column + "_unreadable");
    return null;
  }

  /// The count as an `int`, the nearest one if it is outside, which is counted. Null stays null.
  static Integer clamped(Long count, String column, CorrectionCounts corrections) {
    if (count == null) {
      return null;
    }
    int clamped = Math.clamp(count, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (clamped != count) {
      corrections.count(column + "_clamped");
    }
    return clamped;
  }
}
