package dev.fedbytweets.local.importing;

import java.util.BitSet;

/// Follows a JSON value byte by byte to its end: brackets, names and separators have to be as
/// JSON demands. What is in texts and numbers is not looked at, so that damage there stays
/// within the innermost value.
final class Structure {

  /// What Jackson reads at most.
  private static final int DEEPEST = 1000;

  private enum Expects {
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    COLON,
    COMMA_OR_END,
    REST_OF_NAME,
    ESCAPED_IN_NAME,
    REST_OF_TEXT,
    ESCAPED_IN_TEXT,
    REST_OF_SCALAR,
    NOTHING
  }

  private final BitSet objects = new BitSet();
  private int depth;
  private Expects expects = Expects.VALUE;

  /// Takes the next byte.
  ///
  /// @return false if it cannot stand here
  boolean accept(int next) {
    return switch (expects) {
      case REST_OF_NAME -> inQuotes(next, Expects.ESCAPED_IN_NAME, Expects.COLON);
      case ESCAPED_IN_NAME -> becomes(Expects.REST_OF_NAME);
      case REST_OF_TEXT -> inQuotes(next, Expects.ESCAPED_IN_TEXT, afterValue());
      case ESCAPED_IN_TEXT -> becomes(Expects.REST_OF_TEXT);
      case REST_OF_SCALAR -> isScalar(next) || becomes(afterValue()) && accept(next);
      case VALUE, VALUE_OR_END, NAME, NAME_OR_END, COLON, COMMA_OR_END, NOTHING ->
          isBlank(next) || between(next);
    };
  }

  /// How many brackets are open.
  int depth() {
    return depth;
  }

  /// Whether the value is whole.
  boolean isDone() {
    return expects == Expects.NOTHING;
  }

  /// Whether a value may begin here.
  boolean awaitsValue() {
    return expects == Expects.VALUE || expects == Expects.VALUE_OR_END;
  }

  /// Whether a value that began in a list at this depth has ended.
  boolean isPastElement(int atDepth) {
    return depth < atDepth
        || depth == atDepth && (expects == Expects.COMMA_OR_END || expects == Expects.VALUE);
  }

  boolean isInName() {
    return expects == Expects.REST_OF_NAME || expects == Expects.ESCAPED_IN_NAME;
  }

  /// Whether all bytes but quotes and backslashes change nothing here.
  boolean isInText() {
    return expects == Expects.REST_OF_TEXT;
  }

  static boolean isBlank(int next) {
    return next == ' ' || next == '\n' || next == '\r' || next == '\t';
  }

  private boolean between(int next) {
    return switch (expects) {
      case VALUE -> beginsValue(next);
      case VALUE_OR_END -> next == ']' ? closes() : beginsValue(next);
      case NAME -> next == '"' && becomes(Expects.REST_OF_NAME);
      case NAME_OR_END -> next == '}' ? closes() : next == '"' && becomes(Expects.REST_OF_NAME);
      case COLON -> next == ':' && becomes(Expects.VALUE);
      case COMMA_OR_END -> separates(next);
      case REST_OF_NAME, ESCAPED_IN_NAME, REST_OF_TEXT, ESCAPED_IN_TEXT, REST_OF_SCALAR, NOTHING ->
          false;
    };
  }

  private boolean beginsValue(int next) {
    return switch (next) {
      case '{', '[' -> opens(next == '{');
      case '"' -> becomes(Expects.REST_OF_TEXT);
      default -> isScalar(next) && becomes(Expects.REST_OF_SCALAR);
    };
  }

  private boolean separates(int next) {
    return next == ','
        ? becomes(inObject() ? Expects.NAME : Expects.VALUE)
        : next == (inObject() ? '}' : ']') && closes();
  }

  private boolean inQuotes(int next, Expects afterBackslash, Expects afterQuote) {
    return next != '"' && next != '\\' || becomes(next == '"' ? afterQuote : afterBackslash);
  }

  private boolean opens(boolean object) {
    objects.set(depth, object);
    depth++;
    return depth <= DEEPEST && becomes(object ? Expects.NAME_OR_END : Expects.VALUE_OR_END);
  }

  private boolean closes() {
    depth--;
    return becomes(afterValue());
  }

  private Expects afterValue() {
    return depth == 0 ? Expects.NOTHING : Expects.COMMA_OR_END;
  }

  private boolean inObject() {
    return objects.get(depth - 1);
  }

  private boolean becomes(Expects then) {
    expects = then;
    return true;
  }

  private static boolean isScalar(int next) {
    return next >= '0' && next <= '9'
        || next >= 'a' && next <= 'z'
        || next >= 'A' && next <= 'Z'
        || next == '-'
        || next == '+'
        || next == '.';
  }
}
