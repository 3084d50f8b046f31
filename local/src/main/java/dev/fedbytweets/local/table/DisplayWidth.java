package dev.fedbytweets.local.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/// How many columns of a terminal a text takes, and where to cut it. JLine knows the width of a
/// character; this class adds that a sequence of several characters that makes one emoji takes
/// two columns.
public final class DisplayWidth {

  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final String ELLIPSIS = "\u2026";

  private static final int EMOJI_VARIATION = 0xFE0F;
  private static final int JOINER = 0x200D;

  private DisplayWidth() {}

  /// The width of a text without control characters.
  public static int of(String text) {
    return isPlain(text)
        ? text.length()
        : CLUSTER.matcher(text).results().mapToInt(cluster -> ofCluster(cluster.group())).sum();
  }

  /// The text, or its beginning and `…` if it is wider than allowed.
  ///
  /// @param most columns, from 1
  public static String cut(String text, int most) {
    if (of(text) <= most) {
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
    return text.chars().allMatch(character -> character >= ' ' && character <= '~');
  }

  private static int ofCluster(String cluster) {
    int first = cluster.codePointAt(0);
    boolean mayBeEmoji = Character.isEmoji(first) || isFlagLetter(first);
    if (mayBeEmoji && cluster.codePoints().skip(1).anyMatch(DisplayWidth::makesEmoji)) {
      return 2;
    }
    return cluster.codePoints().map(WCWidth::wcwidth).filter(width -> width > 0).sum();
  }

  /// Emoji of several characters: joined, with a skin tone, flags of two letters, and signs that
  /// a variation selector makes emoji.
  private static boolean makesEmoji(int codePoint) {
    return codePoint == EMOJI_VARIATION
        || codePoint == JOINER
        || Character.isEmojiModifier(codePoint)
        || isFlagLetter(codePoint);
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }
}
