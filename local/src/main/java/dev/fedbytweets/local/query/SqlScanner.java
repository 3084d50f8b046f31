package dev.fedbytweets.local.query;

/// Goes through SQL text piece by piece, so that nobody takes what stands in quotes or comments
/// for a word or an end. Knows what DuckDB knows: `'..'`, `E'..'`, `"..."`, `$$..$$`,
/// `$tag$..$tag$`, `--` to the end of the line, and comments in comments.
final class SqlScanner {

  /// What a piece of SQL is.
  enum Piece {
    WORD,
    QUOTED,
    BLANK,
    SYMBOL,
    END
  }

  private final String sql;
  private int start;
  private int end;

  SqlScanner(String sql) {
    this.sql = sql;
  }

  /// Goes on to the next piece; at the end of the text to [Piece#END].
  Piece next() {
    start = end;
    if (end == sql.length()) {
      return Piece.END;
    }
    char first = sql.charAt(end);
    if (isBlank(first)) {
      end++;
      return Piece.BLANK;
    }
    if (sql.startsWith("--", end)) {
      end = after(sql.indexOf('\n', end), 1);
      return Piece.BLANK;
    }
    if (sql.startsWith("/*", end)) {
      skipComment();
      return Piece.BLANK;
    }
    if (first == '\'' || first == '"') {
      skipQuoted(first, Escape.NONE);
      return Piece.QUOTED;
    }
    if (isWordStart(first)) {
      return skipWord();
    }
    if (first == '$') {
      return skipDollar();
    }
    end++;
    return Piece.SYMBOL;
  }

  /// The present piece.
  String text() {
    return sql.substring(start, end);
  }

  /// Where the present piece starts.
  int start() {
    return start;
  }

  /// Where the present piece ends.
  int end() {
    return end;
  }

  private enum Escape {
    NONE,
    BACKSLASH
  }

  private Piece skipWord() {
    while (end < sql.length() && (isWordStart(sql.charAt(end)) || isWordPart(sql.charAt(end)))) {
      end++;
    }
    boolean isEscapeText = text().equalsIgnoreCase("e") && sql.startsWith("'", end);
    if (!isEscapeText) {
      return Piece.WORD;
    }
    skipQuoted('\'', Escape.BACKSLASH);
    return Piece.QUOTED;
  }

  /// A doubled quote needs no care: it ends one quoted text and starts the next.
  private void skipQuoted(char quote, Escape escape) {
    end++;
    while (end < sql.length() && sql.charAt(end) != quote) {
      end += escape == Escape.BACKSLASH && sql.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end + 1, sql.length());
  }

  private Piece skipDollar() {
    int tagEnd = end + 1;
    while (tagEnd < sql.length() && isTagPart(sql.charAt(tagEnd))) {
      tagEnd++;
    }
    boolean isQuote =
        sql.startsWith("$", tagEnd)
            && (tagEnd == end + 1 || !Character.isDigit(sql.charAt(end + 1)));
    if (!isQuote) {
      end++;
      return Piece.SYMBOL;
    }
    String tag = sql.substring(end, tagEnd + 1);
    end = after(sql.indexOf(tag, tagEnd + 1), tag.length());
    return Piece.QUOTED;
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (sql.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    } while (depth > 0 && end < sql.length());
    end = Math.min(end, sql.length());
  }

  private int after(int found, int length) {
    return found < 0 ? sql.length() : found + length;
  }

  /// Also the spaces of other scripts, which come with text copied from a page.
  private static boolean isBlank(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static boolean isWordStart(char character) {
    return Character.isLetter(character)
        || character == '_'
        || character > '\u007f' && !isBlank(character);
  }

  private static boolean isWordPart(char character) {
    return Character.isDigit(character) || character == '$';
  }

  private static boolean isTagPart(char character) {
    return isWordStart(character) || Character.isDigit(character);
  }
}
