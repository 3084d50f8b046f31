package dev.fedbytweets.togold.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of the page's lists: each stands in the page once.
final class PageWords {

  private static final int LONGEST = 80;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /// The number of a word, which is cut if it is very long.
  int number(String word) {
    String shown = clean(word);
    return numbers.computeIfAbsent(
        shown,
        _ -> {
          words.add(shown);
          return words.size() - 1;
        });
  }

  List<String> inOrder() {
    return List.copyOf(words);
  }

  /// A text that a page can hold: not longer than it can show, and a space in place of each
  /// character that HTML does not allow.
  static String clean(String text) {
    int[] letters =
        text.codePoints().limit(LONGEST).map(letter -> isText(letter) ? letter : ' ').toArray();
    boolean isLonger = text.codePointCount(0, text.length()) > LONGEST;
    return new String(letters, 0, letters.length) + (isLonger ? "…" : "");
  }

  private static boolean isText(int letter) {
    int type = Character.getType(letter);
    boolean isCharacter = (letter & 0xfffe) != 0xfffe;
    return type != Character.CONTROL && type != Character.SURROGATE && isCharacter;
  }
}
