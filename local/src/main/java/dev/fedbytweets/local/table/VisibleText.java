package dev.fedbytweets.local.table;

import java.util.regex.Pattern;

/// Makes a text safe to show in one line of a table: nothing in it moves the cursor, breaks the
/// line or reverses the text beside it.
public final class VisibleText {

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final String LINE_BREAK_SIGN = "\u21b5";
  private static final char CONTROL_PICTURES = '\u2400';
  private static final char DELETE = '\u007f';
  private static final char DELETE_PICTURE = '\u2421';
  private static final String LEFT_TO_RIGHT_MARK = "\u200e";

  private VisibleText() {}

  /// The text with line breaks as `↵`, control characters as their pictures (`␀`, `␉`) and what
  /// has no picture, such as an override of the writing direction, as its escape in Java.
  public static String of(String text) {
    if (text.chars().noneMatch(VisibleText::isHidden)) {
      return text;
    }
    String line = LINE_BREAK.matcher(text).replaceAll(LINE_BREAK_SIGN);
    StringBuilder visible = new StringBuilder(line.length());
    line.chars().forEach(character -> append(visible, (char) character));
    return visible.toString();
  }

  /// The text, with a mark at its end so that a terminal that reverses right-to-left text does not
  /// reverse the next column too.
  public static String closed(String text) {
    return text.chars().anyMatch(VisibleText::isRightToLeft) ? text + LEFT_TO_RIGHT_MARK : text;
  }

  private static void append(StringBuilder visible, char character) {
    if (character < ' ') {
      visible.append((char) (CONTROL_PICTURES + character));
    } else if (character == DELETE) {
      visible.append(DELETE_PICTURE);
    } else if (isHidden(character)) {
      visible.append("\\u%04x".formatted((int) character));
    } else {
      visible.append(character);
    }
  }

  private static boolean isHidden(int character) {
    return Character.isISOControl(character)
        || character == '\u2028'
        || character == '\u2029'
        || changesDirection(character);
  }

  /// Embeddings, overrides and isolates; marks are harmless.
  private static boolean changesDirection(int character) {
    return character >= '\u202a' && character <= '\u202e'
        || character >= '\u2066' && character <= '\u2069';
  }

  private static boolean isRightToLeft(int character) {
    return switch (Character.getDirectionality((char) character)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }
}
