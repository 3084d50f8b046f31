package dev.fedbytweets.bench.pages;

/// Which posts the pages have.
///
/// @param timeline when they were written
/// @param first the number of the first post that is new
/// @param oldest the smallest number of a post that is seen again
/// @param newest posts that are seen again have smaller numbers than this, and than their page's
///     new ones
public record Story(Timeline timeline, long first, long oldest, long newest) {

  /// A steady stream, in which any earlier post may be seen again.
  public static final Story STEADY = new Story(Timeline.STEADY, 0, 0, Long.MAX_VALUE);

  /// The number of a page's first new post.
  long firstOf(int page) {
    return first + (long) page * Pages.NEW_POSTS;
  }

  /// Posts that are seen again on a page have smaller numbers than this.
  long seenBelow(int page) {
    return Math.min(newest, firstOf(page));
  }

  /// How many pages ago a post was new on a page; 0 if it is new on this one.
  int age(long post, int page) {
    return page - (int) Math.max(-1, Math.floorDiv(post - first, (long) Pages.NEW_POSTS));
  }
}
