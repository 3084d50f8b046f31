package dev.fedbytweets.gettweets.x;

import java.util.Objects;

/// Posts to count.
///
/// @param query in X's search language
/// @param sinceId only posts after this; null for as far back as X goes, 7 days
public record CountRequest(String query, Long sinceId) {

  public CountRequest {
    Objects.requireNonNull(query, "query");
  }
}
