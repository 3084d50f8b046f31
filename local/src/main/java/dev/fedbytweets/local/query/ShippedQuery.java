package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Objects;
import java.util.regex.Pattern;

/// A question that comes with the lake, and the SQL that answers it, in DuckDB and in Athena
/// alike.
///
/// @param name of the file, without its ending: `top-hashtags`
/// @param question in one sentence
/// @param sql one statement without a semicolon, comments included; names the databases `bronze`
///     and `silver`
public record ShippedQuery(String name, String question, String sql) {

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
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

  /// A query as it stands in its file. The first line is a comment with the question.
  ///
  /// @param text of the file
  /// @throws RejectedException if it does not begin so
  public static ShippedQuery parse(String name, String text) {
    String first = text.lines().findFirst().orElse("");
    if (!first.startsWith(COMMENT) || first.substring(COMMENT.length()).isBlank()) {
      throw new RejectedException(
          "query %s does not begin with its question in a comment".formatted(name));
    }
    return new ShippedQuery(name, first.substring(COMMENT.length()).strip(), text);
  }
}
