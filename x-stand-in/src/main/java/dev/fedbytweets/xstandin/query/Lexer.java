package dev.fedbytweets.xstandin.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.ArrayList;
import java.util.List;

/// Cuts a written query into its pieces.
final class Lexer {

  private final String query;
  private int at;

  private Lexer(String query) {
    this.query = query;
  }

  /// All pieces, an `END` last.
  ///
  /// @throws RejectedException if a quotation mark is left open
  static List<Token> tokens(String query) {
    Lexer lexer = new Lexer(query);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.getLast().kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
      at++;
    }
    if (at == query.length()) {
      return new Token(Token.Kind.END, "the end", at + 1);
    }
    return switch (query.charAt(at)) {
      case '(' -> sign(Token.Kind.OPEN);
      case ')' -> sign(Token.Kind.CLOSE);
      case '-' -> sign(Token.Kind.MINUS);
      case '"' -> phrase();
      default -> word();
    };
  }

  private Token sign(Token.Kind kind) {
    at++;
    return new Token(kind, query.substring(at - 1, at), at);
  }

  private Token phrase() {
    int end = query.indexOf('"', at + 1);
    if (end < 0) {
      throw new RejectedException(
          "the quotation mark at position %d is left open".formatted(at + 1));
    }
    Token phrase = new Token(Token.Kind.PHRASE, query.substring(at + 1, end), at + 1);
    at = end + 1;
    return phrase;
  }

  private Token word() {
    int start = at;
    while (at < query.length() && !endsWord(query.charAt(at))) {
      at++;
    }
    String word = query.substring(start, at);
    return new Token(word.equals("OR") ? Token.Kind.OR : Token.Kind.WORD, word, start + 1);
  }

  private static boolean endsWord(char character) {
    return Character.isWhitespace(character) || character == '(' || character == ')';
  }
}
