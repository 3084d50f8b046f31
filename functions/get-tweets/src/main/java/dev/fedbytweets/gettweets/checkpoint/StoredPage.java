package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageMetadata;
import java.util.List;
import java.util.Objects;

/// A page that is stored, as far as it moves a checkpoint.
///
/// @param metadata of the page
/// @param ids of its posts, as far as they can be read; none if the page is unreadable: what is
///     seen of it is in the metadata only; copied
/// @param end what a page without a page token says about the posts behind it
public record StoredPage(PageMetadata metadata, List<Long> ids, End end) {

  /// What is said about the posts behind a page that has no page token of a next one.
  public enum End {
    /// The page has X's `meta`, so nothing follows it.
    SAID,
    /// The page lacks X's `meta`, so more may follow.
    UNKNOWN,
    /// The page cannot be read and is quarantined.
    UNREADABLE
  }

  public StoredPage {
    Objects.requireNonNull(metadata, "metadata");
    ids = List.copyOf(ids);
    Objects.requireNonNull(end, "end");
  }

  /// Whether the page cannot be read.
  boolean isUnreadable() {
    return end == End.UNREADABLE;
  }

  /// Whether nothing follows: there is no page token, X says so, and the page has fewer posts than
  /// were asked for. Behind a full page there may be more posts, whatever it says.
  boolean isLast() {
    return metadata.contents().nextToken() == null && end == End.SAID && !isFull();
  }

  private boolean isFull() {
    Integer posts = metadata.contents().posts();
    Integer most = metadata.request().maxResults();
    return posts != null && most != null && posts >= most;
  }
}
