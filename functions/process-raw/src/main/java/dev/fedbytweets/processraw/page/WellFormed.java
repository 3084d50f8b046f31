package dev.fedbytweets.processraw.page;

/// Text that can be written as UTF-8, which JSON's escapes do not ensure: `"\ud83d"` is valid
/// JSON.
final class WellFormed {

  private static final int REPLACEMENT = 0xFFFD;

  private WellFormed() {}

  /// Whether no half of a surrogate pair stands alone in a part of an array. Every text of a page
  /// goes through here, and an array is looked through several times faster than a string.
  static boolean isText(char[] chars, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      if (Character.isSurrogate(chars[i])) {
        if (i + 1 == end || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /// The text, with U+FFFD in place of each half of a surrogate pair that stands alone.
  static String text(String text) {
    int[] codePoints =
        text.codePoints().map(point -> isHalf(point) ? REPLACEMENT : point).toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
