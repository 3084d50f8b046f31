package dev.fedbytweets.togold.page;

/// Writes what comes from outside so that it is nothing but text.
final class Markup {

  private Markup() {}

  /// A text for elements and for attributes in double quotes.
  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(letter);
      }
    }
    return safe.toString();
  }

  /// A name in any script, which does not change the direction of what is beside it.
  static String name(String name) {
    return "<bdi>" + text(name) + "</bdi>";
  }

  /// A length in a drawing, with one digit after the point if need be.
  static String length(double length) {
    long tenths = Math.round(length * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }
}
