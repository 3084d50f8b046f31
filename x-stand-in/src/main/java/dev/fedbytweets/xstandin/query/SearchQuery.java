package dev.fedbytweets.xstandin.query;

/// A query that was read and can be asked of posts. Understood are words, `"phrases"`,
/// `#hashtags`, `@mentions`, `$cashtags`, `lang:`, `from:`, `to:`, `is:`, `has:`, `-`, `OR` and
/// parentheses.
public final class SearchQuery {

  private final Clause clause;

  private SearchQuery(Clause clause) {
    this.clause = clause;
  }

  /// @param query as written by a person, not null
  /// @throws dev.fedbytweets.core.failure.RejectedException if it cannot be read; the message
  ///     says where
  public static SearchQuery parse(String query) {
    return new SearchQuery(Parser.parse(query));
  }

  /// Whether a search finds this post.
  public boolean matches(Searchable post) {
    return clause.holds(post, new SearchedText(post.searchedText()));
  }
}
