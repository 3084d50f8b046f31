package dev.fedbytweets.tosilver;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Cleans texts. Null stays null.
final class Texts {

  private static final char FIRST_COMBINING = '\u0300';

  private Texts() {}

  /// In Unicode normalization form C; null if blank.
  static String clean(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return isNormalized(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// No character below the first combining one can be composed with another.
  private static boolean isNormalized(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
      }
    }
    return true;
  }

  /// A post's text: X writes `&`, `<` and `>` in it as HTML entities, and nothing else. Not so in
  /// texts about users.
  static String cleanPost(String text) {
    return text == null ? null : clean(decoded(text));
  }

  /// Every text cleaned; null if there is none that is not blank.
  static List<String> clean(List<String> texts) {
    if (texts == null) {
      return null;
    }
    List<String> cleaned = new ArrayList<>(texts.size());
    for (String text : texts) {
      if (!text.isBlank()) {
        cleaned.add(clean(text));
      }
    }
    return cleaned.isEmpty() ? null : cleaned;
  }

  private static String decoded(String text) {
    int ampersand = text.indexOf('&');
    if (ampersand < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int start = 0;
    while (ampersand >= 0) {
      decoded.append(text, start, ampersand);
      start = ampersand + appendDecoded(decoded, text, ampersand);
      ampersand = text.indexOf('&', start);
    }
    return decoded.append(text, start, text.length()).toString();
  }

  /// @return how many characters of the text were decoded
  private static int appendDecoded(StringBuilder decoded, String text, int ampersand) {
    if (text.startsWith("&amp;", ampersand)) {
      decoded.append('&');
      return "&amp;".length();
    }
    if (text.startsWith("&lt;", ampersand)) {
      decoded.append('<');
      return "&lt;".length();
    }
    if (text.startsWith("&gt;", ampersand)) {
      decoded.append('>');
      return "&gt;".length();
    }
    decoded.append('&');
    return 1;
  }
}
