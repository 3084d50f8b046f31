package dev.fedbytweets.local.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many columns of a terminal a text takes, and where to cut it. Terminals differ in rare
/// scripts; this follows the Unicode property East Asian Width and shows an emoji sequence as one
/// sign of two columns.
final class DisplayWidth {

  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final String ELLIPSIS = "\u2026";

  private static final int EMOJI_VARIATION = 0xFE0F;
  private static final int JOINER = 0x200D;
  private static final int SOFT_HYPHEN = 0xAD;

  /// First and last code points that are wide besides emoji: East Asian Width `W` and `F`.
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18DFF},
    {0x1AFF0, 0x1B2FF},
    {0x20000, 0x3FFFD},
  };

  private DisplayWidth() {}

  /// The width of a text without control characters.
  static int of(String text) {
    if (isPlain(text)) {
      return text.length();
    }
    int width = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find()) {
      width += ofCluster(cluster.group());
    }
    return width;
  }

  /// The text, or its beginning and `…` if it is wider than it may be.
  ///
  /// @param most columns, from 1
  static String cut(String text, int most) {
    if (text.length() <= most && isPlain(text) || of(text) <= most) {
      return text;
    }
    int width = 0;
    int end = 0;
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find()) {
      width += ofCluster(cluster.group());
      if (width > most - 1) {
        break;
      }
      end = cluster.end();
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  private static boolean isPlain(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  private static int ofCluster(String cluster) {
    if (isEmoji(cluster)) {
      return 2;
    }
    return cluster.codePoints().map(DisplayWidth::ofCodePoint).sum();
  }

  /// Emoji of several code points: joined, with a skin tone, flags of two letters, and signs
  /// that a variation selector makes emoji.
  private static boolean isEmoji(String cluster) {
    int first = cluster.codePointAt(0);
    if (!Character.isEmoji(first) && !isFlagLetter(first)) {
      return false;
    }
    return Character.isEmojiPresentation(first) && !isFlagLetter(first)
        || cluster.codePoints().skip(1).anyMatch(DisplayWidth::makesEmoji);
  }

  private static boolean makesEmoji(int codePoint) {
    return codePoint == EMOJI_VARIATION
        || codePoint == JOINER
        || Character.isEmojiModifier(codePoint)
        || isFlagLetter(codePoint);
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static int ofCodePoint(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      case Character.FORMAT -> codePoint == SOFT_HYPHEN ? 1 : 0;
      default -> isJamoAfterTheFirst(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
    };
  }

  /// Vowels and last consonants of a Korean syllable, which join its first.
  private static boolean isJamoAfterTheFirst(int codePoint) {
    return codePoint >= 0x1160 && codePoint <= 0x11FF;
  }

  private static boolean isWide(int codePoint) {
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
