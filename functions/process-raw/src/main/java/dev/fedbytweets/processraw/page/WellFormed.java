package dev.fedbytweets.processraw.page;

/// Text that can be written as UTF-8, which JSON's escapes do not ensure: `"\ud83d"` is valid
/// JSON.
final class WellFormed {

  private static final int REPLACEMENT = 0xFFFD;

  private WellFormed() {}

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
