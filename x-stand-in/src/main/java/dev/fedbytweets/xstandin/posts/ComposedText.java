package dev.fedbytweets.xstandin.posts;

/// A text as X writes it, `&`, `<` and `>` as HTML entities, with what is recognised in it.
public record ComposedText(String text, Entities entities) {

  /// In code points.
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /// The last place, at most so many code points from the beginning, where no word, entity or
  /// joined picture is cut through.
  int cutWithin(int codePoints) {
    if (length() <= codePoints) {
      return length();
    }
    int end = text.offsetByCodePoints(0, codePoints);
    int space = text.lastIndexOf(' ', end);
    return space < 0 ? codePoints : text.codePointCount(0, space);
  }

  /// The text as a reader sees it.
  public String decoded() {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
