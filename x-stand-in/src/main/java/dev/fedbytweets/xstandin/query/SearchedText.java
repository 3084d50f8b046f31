package dev.fedbytweets.xstandin.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text, made ready to be asked for words. Case does not matter, accents do. Punctuation,
/// symbols and spaces separate words; Chinese and Japanese, written without spaces, are looked
/// up anywhere.
final class SearchedText {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");
  private static final Pattern WITHOUT_SPACES =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

  private final String folded;
  private final String words;

  SearchedText(String text) {
    this.folded = fold(text);
    this.words = spaced(folded);
  }

  /// Words to look for, made ready once.
  ///
  /// @param anywhere whether they may begin and end within others
  record Phrase(String folded, String words, boolean anywhere) {

    static Phrase of(String phrase) {
      String folded = fold(phrase);
      String words = spaced(folded);
      return new Phrase(folded, words, words.isBlank() || WITHOUT_SPACES.matcher(folded).find());
    }
  }

  /// Whether the text holds these words, one directly after the other.
  boolean says(Phrase phrase) {
    return phrase.anywhere() ? folded.contains(phrase.folded()) : words.contains(phrase.words());
  }

  /// Whether the text holds the name with the sign (`#`, `@` or `$`) before it.
  boolean marks(char sign, String name) {
    String wanted = sign + fold(name);
    int at = folded.indexOf(wanted);
    while (at >= 0 && goesOn(at + wanted.length())) {
      at = folded.indexOf(wanted, at + 1);
    }
    return at >= 0;
  }

  private boolean goesOn(int end) {
    return end < folded.length()
        && !BETWEEN_WORDS.matcher(folded).region(end, folded.offsetByCodePoints(end, 1)).matches();
  }

  private static String spaced(String text) {
    return " " + BETWEEN_WORDS.matcher(text).replaceAll(" ").strip() + " ";
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
