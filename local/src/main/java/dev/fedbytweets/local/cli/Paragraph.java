package dev.fedbytweets.local.cli;

import java.util.ArrayList;
import java.util.List;

/// Text in lines.
final class Paragraph {

  private Paragraph() {}

  /// The text in lines of at most that many columns, broken between words. A longer word is whole.
  ///
  /// @param indent before each line
  static List<String> lines(String text, int width, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split("\\s+")) {
      boolean isFirst = line.length() == indent.length();
      if (!isFirst && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        isFirst = true;
      }
      line.append(isFirst ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
