package dev.fedbytweets.models;

/// Finds faces made of punctuation: `:-)`, `;P`, `xD`, `:'(`, `^_^`, `<3`.
final class Emoticons {

  private static final String MOUTHS = ")(][}{|/\\*";
  private static final String LETTER_MOUTHS = "DPpdOoSsc3xX";

  private Emoticons() {}

  /// How many code points the emoticon that begins here has, 0 if none begins.
  static int lengthAt(int[] text, int at) {
    return switch (text[at]) {
      case '<' -> codeAt(text, at + 1) == '3' ? 2 : 0;
      case '^', '-' -> face(text, at);
      case ')', '(' -> codeAt(text, at + 1) == ':' || codeAt(text, at + 1) == ';' ? 2 : 0;
      case ':', ';', '=' -> withEyes(text, at);
      case 'x', 'X' -> withCrossedEyes(text, at);
      default -> 0;
    };
  }

  private static int face(int[] text, int at) {
    int eye = text[at];
    if (codeAt(text, at + 1) == '_' && codeAt(text, at + 2) == eye) {
      return 3;
    }
    return eye == '^' && codeAt(text, at + 1) == '^' ? 2 : 0;
  }

  private static int withEyes(int[] text, int at) {
    int mouthAt = at + 1;
    if (codeAt(text, mouthAt) == '\'') {
      mouthAt++;
    }
    if (codeAt(text, mouthAt) == '-') {
      mouthAt++;
    }
    int mouth = codeAt(text, mouthAt);
    boolean letter =
        LETTER_MOUTHS.indexOf(mouth) >= 0
            && !Character.isLetterOrDigit(codeAt(text, mouthAt + 1))
            && !(at > 0 && Character.isDigit(text[at - 1]));
    boolean sign =
        MOUTHS.indexOf(mouth) >= 0 && !(mouth == '/' && codeAt(text, mouthAt + 1) == '/');
    return letter || sign ? mouthAt + 1 - at : 0;
  }

  private static int withCrossedEyes(int[] text, int at) {
    int mouth = codeAt(text, at + 1);
    boolean alone =
        !(at > 0 && Character.isLetterOrDigit(text[at - 1]))
            && !Character.isLetterOrDigit(codeAt(text, at + 2));
    return alone && (mouth == 'D' || mouth == 'd') ? 2 : 0;
  }

  private static int codeAt(int[] text, int at) {
    return at < text.length ? text[at] : 0;
  }
}
