package dev.fedbytweets.models;

import java.text.Normalizer;
import java.util.Arrays;

/// A text as a model sees it: words in lower case, hashtags, emoji, emoticons and runs of
/// punctuation. Mentions are all one token, and so are links; of a letter that is repeated more
/// than twice two are kept, and a token that says so follows the word. Letters of Arabic that are
/// written in several ways are one.
final class Tokens {

  /// Stands for any mention, any link, and for a word with repeated letters. Private code points,
  /// which no token of a text holds.
  private static final int MENTION = 0xE000;

  private static final int LINK = 0xE001;
  private static final int STRETCHED = 0xE002;

  private final int[] text;
  private int[] codes;
  private int[] ends = new int[48];
  private int length;
  private int count;

  private Tokens(int[] text) {
    this.text = text;
    codes = new int[text.length + 16];
  }

  /// The tokens of a text, none if it holds nothing but white space.
  static Tokens of(String text) {
    String composed =
        Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFC);
    Tokens tokens = new Tokens(composed.codePoints().toArray());
    int at = 0;
    while (at < tokens.text.length) {
      at = tokens.read(at);
    }
    return tokens;
  }

  int count() {
    return count;
  }

  /// Where the code points of a token begin among all of them.
  int start(int token) {
    return token == 0 ? 0 : ends[token - 1];
  }

  int end(int token) {
    return ends[token];
  }

  int code(int index) {
    return codes[index];
  }

  /// Takes in what stands at a place, and returns where the next token may begin.
  private int read(int at) {
    int code = text[at];
    if (isNothing(code)) {
      return at + 1;
    }
    if (code == '@' && isWord(at + 1)) {
      return single(MENTION, wordEnd(at + 1));
    }
    if (isLink(at)) {
      return single(LINK, spaceFrom(at));
    }
    int emoticon = Emoticons.lengthAt(text, at);
    if (emoticon > 0) {
      return emoticon(at, at + emoticon);
    }
    if (code == '#' && isWord(at + 1)) {
      append('#');
      return word(at + 1);
    }
    if (isWord(at)) {
      return word(at);
    }
    int entity = entityLength(at);
    if (entity > 0) {
      return single(text[at + 1] == 'a' ? '&' : text[at + 1] == 'l' ? '<' : '>', at + entity);
    }
    return run(at);
  }

  private int single(int code, int next) {
    append(code);
    endToken();
    return next;
  }

  /// An emoticon without its nose.
  private int emoticon(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] != '-' || i == from || i == to - 1) {
        append(Character.toLowerCase(text[i]));
      }
    }
    endToken();
    return to;
  }

  private int word(int from) {
    int at = from;
    int last = -1;
    int repeats = 0;
    boolean stretched = false;
    for (; at < text.length && (isWord(at) || isApostrophe(at) && isWord(at + 1)); at++) {
      int code = letter(text[at]);
      repeats = code == last ? repeats + 1 : 1;
      last = code;
      stretched |= repeats == 3;
      if (code >= 0 && repeats <= 2) {
        append(code);
      }
    }
    endToken();
    if (stretched) {
      single(STRETCHED, at);
    }
    return at;
  }

  /// A sign once, twice or, for any more, three times.
  private int run(int from) {
    int at = from;
    while (at < text.length && text[at] == text[from]) {
      if (at < from + 3) {
        append(text[at]);
      }
      at++;
    }
    endToken();
    return at;
  }

  private void append(int code) {
    if (length == codes.length) {
      codes = Arrays.copyOf(codes, length * 2);
    }
    codes[length++] = code;
  }

  private void endToken() {
    if (length == (count == 0 ? 0 : ends[count - 1])) {
      return;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = length;
  }

  /// White space, what steers how signs are drawn, and what no font has.
  private static boolean isNothing(int code) {
    return Character.isWhitespace(code)
        || code == 0xA0
        || code >= 0x200B && code <= 0x200F
        || code >= 0xFE00 && code <= 0xFE0F
        || code >= 0x1F3FB && code <= 0x1F3FF
        || code >= 0xE000 && code <= 0xF8FF
        || Character.isISOControl(code);
  }

  private boolean isWord(int at) {
    if (at >= text.length) {
      return false;
    }
    int code = text[at];
    if (code < 0x80) {
      return code >= 'a' && code <= 'z'
          || code >= 'A' && code <= 'Z'
          || code >= '0' && code <= '9'
          || code == '_';
    }
    int type = Character.getType(code);
    return Character.isLetterOrDigit(code)
        || (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
            && !isNothing(code);
  }

  private boolean isApostrophe(int at) {
    return text[at] == '\'' || text[at] == 0x2019;
  }

  private int wordEnd(int from) {
    int at = from;
    while (isWord(at)) {
      at++;
    }
    return at;
  }

  private int spaceFrom(int from) {
    int at = from;
    while (at < text.length && !Character.isWhitespace(text[at])) {
      at++;
    }
    return at;
  }

  /// `http` alone, as data sets write links that they have taken out, or as links begin.
  private boolean isLink(int at) {
    if (startsWith(at, "www.")) {
      return true;
    }
    if (!startsWith(at, "http")) {
      return false;
    }
    int next = at + (startsWith(at, "https") ? 5 : 4);
    return next >= text.length || !Character.isLetter(text[next]);
  }

  private int entityLength(int at) {
    if (text[at] != '&') {
      return 0;
    }
    return startsWith(at, "&amp;") ? 5 : startsWith(at, "&lt;") || startsWith(at, "&gt;") ? 4 : 0;
  }

  private boolean startsWith(int at, String lowerCase) {
    if (at + lowerCase.length() > text.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Character.toLowerCase(text[at + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// A letter as all its forms are written, or -1 for signs of vowels and length in Arabic.
  private static int letter(int code) {
    if (code < 0x80) {
      return code >= 'A' && code <= 'Z' ? code + 32 : code;
    }
    if (code >= 0x64B && code <= 0x65F || code == 0x640 || code == 0x670) {
      return -1;
    }
    return switch (code) {
      case 0x2019 -> '\'';
      case 0x622, 0x623, 0x625 -> 0x627;
      case 0x649 -> 0x64A;
      case 0x629 -> 0x647;
      default -> Character.toLowerCase(code);
    };
  }
}
