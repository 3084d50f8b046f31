package dev.fedbytweets.xstandin.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a query as X does: what stands side by side must all hold and binds tighter than `OR`.
final class Parser {

  private static final Pattern OPERATOR = Pattern.compile("([A-Za-z_]+):(.+)");
  private static final Pattern MARKED = Pattern.compile("([#@$])(.+)");

  private final List<Token> tokens;
  private int at;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Clause parse(String query) {
    Parser parser = new Parser(Lexer.tokens(query));
    Clause clause = parser.alternatives();
    parser.expect(Token.Kind.END);
    return clause;
  }

  private Clause alternatives() {
    List<Clause> clauses = new ArrayList<>(List.of(conjunction()));
    while (tokens.get(at).kind() == Token.Kind.OR) {
      at++;
      clauses.add(conjunction());
    }
    return clauses.size() == 1 ? clauses.getFirst() : new Clause.AnyOf(List.copyOf(clauses));
  }

  private Clause conjunction() {
    List<Clause> clauses = new ArrayList<>(List.of(factor()));
    while (startsFactor(tokens.get(at).kind())) {
      clauses.add(factor());
    }
    return clauses.size() == 1 ? clauses.getFirst() : new Clause.AllOf(List.copyOf(clauses));
  }

  private static boolean startsFactor(Token.Kind kind) {
    return switch (kind) {
      case OPEN, MINUS, PHRASE, WORD -> true;
      case CLOSE, OR, END -> false;
    };
  }

  private Clause factor() {
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case MINUS -> new Clause.Not(factor());
      case OPEN -> group();
      case PHRASE -> words(token.text());
      case WORD -> word(token.text());
      case CLOSE, OR, END -> throw unexpected(token);
    };
  }

  private Clause group() {
    Clause clause = alternatives();
    expect(Token.Kind.CLOSE);
    return clause;
  }

  private void expect(Token.Kind kind) {
    Token token = tokens.get(at++);
    if (token.kind() != kind) {
      throw unexpected(token);
    }
  }

  private static RejectedException unexpected(Token token) {
    return new RejectedException(
        "no viable alternative at input '%s' (at position %d)"
            .formatted(token.text(), token.position()));
  }

  private static Clause word(String word) {
    Matcher marked = MARKED.matcher(word);
    if (marked.matches()) {
      return new Clause.Marked(marked.group(1).charAt(0), marked.group(2));
    }
    Matcher operator = OPERATOR.matcher(word);
    return operator.matches() ? operator(operator.group(1), operator.group(2)) : words(word);
  }

  private static Clause words(String phrase) {
    return new Clause.Words(SearchedText.Phrase.of(phrase));
  }

  private static Clause operator(String name, String value) {
    return switch (name) {
      case "lang" -> new Clause.InLanguage(value);
      case "from" -> new Clause.From(value);
      case "to" -> new Clause.To(value);
      default -> new Clause.With(trait(name, value));
    };
  }

  private static Trait trait(String operator, String word) {
    return Arrays.stream(Trait.values())
        .filter(trait -> trait.isWritten(operator, word))
        .findAny()
        .orElseThrow(
            () ->
                new RejectedException(
                    "Reference to invalid operator '%s:%s'".formatted(operator, word)));
  }
}
