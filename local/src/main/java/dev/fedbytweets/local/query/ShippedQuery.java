package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Objects;
import java.util.regex.Pattern;

/// A query that is shipped with the lake; it is valid in DuckDB and in Athena.
///
/// @param name of the file, without its ending: `top-hashtags`
/// @param question what it answers, in one sentence
/// @param sql one statement without a semicolon, comments included; names the databases `bronze`
///     and `silver`
public record ShippedQuery(String name, String question, String sql) {

  private static final Pattern KEBAB_CASE = Pattern.compile("(?:[a-z]+/)?[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final String COMMENT = "-- ";

  /// @throws RejectedException if the name is not in kebab-case
  public ShippedQuery {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(sql, "sql");
    if (!KEBAB_CASE.matcher(name).matches()) {
      throw new RejectedException(
          "'%s' is no name of a query: use lower case words with '-' between them".formatted(name));
    }
  }

  /// Parses the text of a query's file, whose first line is a comment with the question.
  ///
  /// @throws RejectedException if the first line is none
  public static ShippedQuery parse(String name, String text) {
    String first = text.lines().findFirst().orElse("");
    if (!first.startsWith(COMMENT) || first.substring(COMMENT.length()).isBlank()) {
      throw new RejectedException(
          "query %s does not begin with its question in a comment".formatted(name));
    }
    return new ShippedQuery(name, first.substring(COMMENT.length()).strip(), text);
  }
}
