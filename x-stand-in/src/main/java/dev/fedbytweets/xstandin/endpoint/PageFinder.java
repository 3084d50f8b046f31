package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.PostSource;
import dev.fedbytweets.xstandin.query.SearchQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the posts of a page.
final class PageFinder {

  /// What a search gives at once.
  ///
  /// @param posts newest first
  /// @param next of the page after this; empty if this is the last
  record Page(PageCursor cursor, List<MadeUpPost> posts, Optional<PageCursor> next) {

    Page {
      posts = List.copyOf(posts);
    }
  }

  private final PostSource posts;
  private final SearchRules rules;

  PageFinder(PostSource posts, SearchRules rules) {
    this.posts = posts;
    this.rules = rules;
  }

  /// @param now when the page is asked for
  Page page(PageCursor cursor, SearchQuery query, int asked, Instant now) {
    int wanted = rules.shape().posts(cursor.page(), asked);
    Iterator<MadeUpPost> found = found(cursor, query, now).iterator();
    List<MadeUpPost> page = new ArrayList<>(wanted);
    while (page.size() < wanted && found.hasNext()) {
      page.add(found.next());
    }
    Optional<PageCursor> next =
        found.hasNext() ? Optional.of(cursor.next(before(page, cursor))) : Optional.empty();
    return new Page(cursor, page, next);
  }

  Stream<MadeUpPost> found(PageCursor cursor, SearchQuery query, Instant now) {
    long after =
        switch (rules.reach()) {
          case OF_THE_SEARCH -> cursor.after();
          case OF_THE_REQUEST -> Math.max(cursor.after(), IdRangeReader.beforeReach(now));
        };
    return posts.found(query, after, cursor.before(), cursor.seenAt());
  }

  /// Where the next page begins: after this one, or some posts earlier if they are to be
  /// repeated, but never so early that it would not get on.
  private long before(List<MadeUpPost> page, PageCursor cursor) {
    if (page.isEmpty()) {
      return cursor.before();
    }
    int repeated = Math.min(rules.repeats(), page.size() - 1);
    return page.get(page.size() - 1 - repeated).id();
  }
}
