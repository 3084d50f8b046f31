package dev.fedbytweets.processraw.page;

import java.util.function.UnaryOperator;

/// Text that can be written as UTF-8, which JSON's escapes do not ensure: `"\ud83d"` is valid
/// JSON.
final class WellFormed {

  private static final int REPLACEMENT = 0xFFFD;

  /// The first byte of what UTF-8 would be for half a pair, and for U+D000 to U+D7FF.
  private static final byte LEAD = (byte) 0xED;

  /// The smallest second byte of half a pair.
  private static final int HALF = 0xA0;

  private WellFormed() {}

  /// What makes the texts of a page well-formed: nothing, if no half of a pair can be in it.
  ///
  /// @param page JSON in UTF-8
  static UnaryOperator<String> forPage(byte[] page) {
    for (int i = 0; i < page.length - 2; i++) {
      byte next = page[i + 1];
      boolean escaped = page[i] == '\\' && next == 'u' && (page[i + 2] | 0x20) == 'd';
      if (escaped || page[i] == LEAD && Byte.toUnsignedInt(next) >= HALF) {
        return WellFormed::text;
      }
    }
    return UnaryOperator.identity();
  }

  /// The text, with U+FFFD in place of each half of a surrogate pair that stands alone.
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return replaced(text);
        }
        i++;
      }
    }
    return text;
  }

  private static String replaced(String text) {
    int[] codePoints =
        text.codePoints().map(point -> isHalf(point) ? REPLACEMENT : point).toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
