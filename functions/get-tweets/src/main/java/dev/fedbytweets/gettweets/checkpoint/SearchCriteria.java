package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What X is asked with for every page of a window. X gives page tokens for exactly these
/// criteria, so they do not change while tokens are followed.
///
/// @param sinceId only posts after this; null for as far back as X searches, 7 days
/// @param untilId only posts before this; null for up to now
/// @param query in X's search language
/// @param pageSize posts that a page has at most
public record SearchCriteria(
    @Nullable Long sinceId, @Nullable Long untilId, String query, int pageSize) {

  public SearchCriteria {
    Objects.requireNonNull(query, "query");
  }

  /// The same search between other bounds.
  SearchCriteria within(@Nullable Long newSinceId, @Nullable Long newUntilId, int newPageSize) {
    return new SearchCriteria(newSinceId, newUntilId, query, newPageSize);
  }

  /// Another search between the same bounds.
  SearchCriteria withQuery(String other) {
    return new SearchCriteria(sinceId, untilId, other, pageSize);
  }

  /// Whether no post can lie between the bounds.
  boolean isEmpty() {
    return sinceId != null && untilId != null && untilId - sinceId <= 1;
  }

  /// Whether a stored page was asked for with these criteria, as far as its metadata says: it
  /// holds only the beginning of a long query.
  boolean match(PageRequest request) {
    String beginning = request.query();
    return Objects.equals(request.sinceId(), sinceId)
        && Objects.equals(request.untilId(), untilId)
        && Objects.equals(request.maxResults(), pageSize)
        && beginning != null
        && query.startsWith(beginning);
  }
}
