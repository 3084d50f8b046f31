package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.xstandin.query.SearchQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The posts of which the stand-in knows. Safe for use by several threads.
public interface PostSource {

  /// What a search finds between two identifiers, newest first, as it is seen at a time: versions
  /// that a newer one has replaced by then, and what was published later, are left out.
  ///
  /// @param afterId excluded
  /// @param beforeId excluded
  /// @param seenAt the time of the look
  Stream<MadeUpPost> found(SearchQuery query, long afterId, long beforeId, Instant seenAt);

  /// The post with this identifier as it was or will be, whether or not a newer version replaced
  /// it.
  Optional<MadeUpPost> find(long id);
}
