package dev.fedbytweets.gettweets.x;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request for one page.
///
/// @param query in X's search language
/// @param sinceId only posts after this; null for as far back as X searches, 7 days
/// @param untilId only posts before this; null for up to now
/// @param token the page token; null for the first page of a window
/// @param pageSize posts in the page at most, 10 to 100
/// @param vocabulary in which to ask
/// @param media whether the pictures and videos in the posts are to come too
public record SearchRequest(
    String query,
    @Nullable Long sinceId,
    @Nullable Long untilId,
    @Nullable String token,
    int pageSize,
    Vocabulary vocabulary,
    AttachedMedia media) {

  public SearchRequest {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(vocabulary, "vocabulary");
    Objects.requireNonNull(media, "media");
  }
}
