package dev.fedbytweets.embeddings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Cuts texts into the word pieces of BERT's vocabulary without capitals: a word is the longest
/// piece that it begins with, then the longest of the rest, and so on; one that cannot be made of
/// pieces is unknown. Any number of threads may use one.
final class WordPieces {

  private static final String CLASS = "[CLS]";
  private static final String SEPARATOR = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final String CONTINUED = "##";
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int most;

  private WordPieces(Map<String, Integer> vocabulary, int most) {
    this.vocabulary = vocabulary;
    this.most = most;
  }

  /// Reads a vocabulary, a piece on each line; its number is that of the line, from 0.
  ///
  /// @param most how many pieces of a text are kept, with the first and last that mark its ends
  static WordPieces read(InputStream vocabulary, int most) {
    Map<String, Integer> pieces = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(vocabulary, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        pieces.put(line, pieces.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WordPieces(pieces, most);
  }

  /// The numbers of a text's pieces between those that mark its ends.
  long[] of(String text) {
    long[] pieces = new long[most];
    pieces[0] = id(CLASS);
    int size = 1;
    int[] codes = normalized(text);
    int at = 0;
    while (at < codes.length && size < most - 1) {
      int end = wordEnd(codes, at);
      if (codes[at] != ' ') {
        size = add(new String(codes, at, end - at), end - at, pieces, size);
      }
      at = end;
    }
    pieces[size++] = id(SEPARATOR);
    return Arrays.copyOf(pieces, size);
  }

  private int id(String mark) {
    return Objects.requireNonNull(vocabulary.get(mark), mark);
  }

  /// Adds the pieces of a word, and returns how many there are then.
  private int add(String word, int codes, long[] pieces, int size) {
    int next = size;
    int from = codes > LONGEST_WORD ? -1 : 0;
    while (from >= 0 && from < word.length() && next < most - 1) {
      int to = word.length();
      @Nullable Integer piece = null;
      while (to > from && piece == null) {
        String part = word.substring(from, to);
        piece = vocabulary.get(from == 0 ? part : CONTINUED + part);
        to = piece == null ? word.offsetByCodePoints(to, -1) : to;
      }
      if (piece == null) {
        from = -1;
      } else {
        pieces[next++] = piece;
        from = to;
      }
    }
    if (from >= 0) {
      return next;
    }
    pieces[size] = id(UNKNOWN);
    return size + 1;
  }

  /// A word of letters and digits, or a single sign.
  private static int wordEnd(int[] codes, int from) {
    int end = from + 1;
    if (isSingle(codes[from])) {
      return end;
    }
    while (end < codes.length && !isSingle(codes[end])) {
      end++;
    }
    return end;
  }

  private static boolean isSingle(int code) {
    return code == ' ' || isPunctuation(code) || isIdeograph(code);
  }

  /// Lower case, without accents and control characters; any white space is a space.
  private static int[] normalized(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            code -> {
              if (code == '\t' || code == '\n' || code == '\r' || isSpace(code)) {
                clean.append(' ');
              } else if (!isControl(code)) {
                clean.appendCodePoint(code);
              }
            });
    return Normalizer.normalize(clean, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(code -> Character.getType(code) != Character.NON_SPACING_MARK)
        .toArray();
  }

  private static boolean isSpace(int code) {
    return Character.isSpaceChar(code) || Character.isWhitespace(code) && code < 0x1C;
  }

  private static boolean isControl(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> code == 0xFFFD;
    };
  }

  private static boolean isPunctuation(int code) {
    if (code < 0x80) {
      return !(code >= 'a' && code <= 'z' || code >= '0' && code <= '9');
    }
    return switch (Character.getType(code)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isIdeograph(int code) {
    return code >= 0x4E00 && code <= 0x9FFF
        || code >= 0x3400 && code <= 0x4DBF
        || code >= 0x20000 && code <= 0x2CEAF
        || code >= 0xF900 && code <= 0xFAFF
        || code >= 0x2F800 && code <= 0x2FA1F;
  }
}
