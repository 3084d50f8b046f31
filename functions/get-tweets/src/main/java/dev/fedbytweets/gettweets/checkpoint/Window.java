package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.Vocabulary;
import java.time.Instant;
import java.util.Objects;

/// A span of posts that is being read, newest first, page after page. What a page token was
/// given for stays as it was: query, page size and bounds.
///
/// @param sinceId only posts after this; null for as far back as X goes, 7 days
/// @param untilId only posts before this, after the window was taken up anew below what it had
///     read; null for up to now
/// @param query what is searched
/// @param pageSize posts that a page may have
/// @param openedAt when
/// @param openedBy the run that did
/// @param searchedUntil X had searched up to here when it gave the first page; null before that
/// @param newestId the newest post read; null before there is one
/// @param oldestId the oldest post read; null before there is one
/// @param nextToken of the page to ask for next; null at the top
/// @param pages read
/// @param posts read
public record Window(
    Long sinceId,
    Long untilId,
    String query,
    int pageSize,
    Instant openedAt,
    RunName openedBy,
    Instant searchedUntil,
    Long newestId,
    Long oldestId,
    String nextToken,
    int pages,
    long posts) {

  public Window {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(openedBy, "openedBy");
  }

  static Window opened(Long sinceId, String query, int pageSize, Instant now, RunName run) {
    return new Window(sinceId, null, query, pageSize, now, run, null, null, null, null, 0, 0);
  }

  /// Whether a page of it has been read. Until then nothing ties it to its query and bounds.
  public boolean started() {
    return pages > 0;
  }

  /// What to ask next.
  public SearchRequest request(Vocabulary vocabulary) {
    return new SearchRequest(query, sinceId, untilId, nextToken, pageSize, vocabulary);
  }

  /// Whether nothing can lie between its bounds.
  boolean empty() {
    return sinceId != null && untilId != null && untilId - sinceId <= 1;
  }

  /// Whether a stored page is the answer to what would be asked next.
  boolean continuedBy(PageMetadata page) {
    return Objects.equals(page.sinceId(), sinceId)
        && Objects.equals(page.untilId(), untilId)
        && Objects.equals(page.token(), nextToken)
        && Objects.equals(page.maxResults(), pageSize)
        // The metadata may hold only the beginning of a long query.
        && page.query() != null
        && query.startsWith(page.query());
  }

  /// With one more page read. The newest post is the first page's: those that appeared while
  /// reading on belong to the next window.
  Window after(PageMetadata page) {
    Window read =
        new Window(
            sinceId,
            untilId,
            query,
            pageSize,
            openedAt,
            openedBy,
            searchedUntil == null ? SearchHorizon.searchedUntil(page.requestedAt()) : searchedUntil,
            newestId == null ? page.newestId() : newestId,
            lower(oldestId, page.oldestId()),
            page.nextToken(),
            pages + 1,
            posts + (page.posts() == null ? 0 : page.posts()));
    boolean leadsBack = page.nextToken() != null && page.nextToken().equals(page.token());
    return leadsBack ? read.below(sinceId, pageSize) : read;
  }

  /// Taken up anew below what it has read, without a token.
  Window below(Long newSinceId, int newPageSize) {
    return new Window(
        newSinceId,
        oldestId == null ? untilId : oldestId,
        query,
        newPageSize,
        openedAt,
        openedBy,
        searchedUntil,
        newestId,
        oldestId,
        null,
        pages,
        posts);
  }

  private static Long lower(Long known, Long seen) {
    if (known == null || seen == null) {
      return known == null ? seen : known;
    }
    return Long.valueOf(Math.min(known, seen));
  }
}
