package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.Vocabulary;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A span of posts that is being read, newest first, page after page.
///
/// @param criteria what X is asked with
/// @param openedAt when the window was opened
/// @param openedBy the run that opened it
/// @param progress what is read of it
public record Window(
    SearchCriteria criteria, Instant openedAt, RunName openedBy, WindowProgress progress) {

  public Window {
    Objects.requireNonNull(criteria, "criteria");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(openedBy, "openedBy");
    Objects.requireNonNull(progress, "progress");
  }

  static Window opened(SearchCriteria criteria, Instant now, RunName run) {
    return new Window(criteria, now, run, WindowProgress.NONE);
  }

  /// Whether a page of it is read. Until then nothing ties it to its criteria.
  public boolean started() {
    return progress.pages() > 0;
  }

  /// The time up to which X had searched when it gave the first page.
  ///
  /// @throws NullPointerException if no page is read
  Instant searchedUntil() {
    return Objects.requireNonNull(progress.searchedUntil(), "searchedUntil");
  }

  /// The request for the next page.
  public SearchRequest nextRequest(Vocabulary vocabulary) {
    return new SearchRequest(
        criteria.query(),
        criteria.sinceId(),
        criteria.untilId(),
        progress.nextToken(),
        criteria.pageSize(),
        vocabulary);
  }

  /// Whether a stored page is the answer to [#nextRequest(Vocabulary)].
  boolean isContinuedBy(PageMetadata page) {
    return criteria.match(page.request())
        && Objects.equals(page.request().token(), progress.nextToken());
  }

  /// With one more page read. If its token leads on, that is followed. Otherwise the rest of the
  /// window is asked for without a token.
  Window after(PageMetadata page) {
    Window read = new Window(criteria, openedAt, openedBy, progress.after(page));
    return progress.isLedOnBy(page)
        ? read
        : read.restarted(criteria.sinceId(), criteria.pageSize());
  }

  /// Whether nothing remains to be asked for after a page, the answer to
  /// [#nextRequest(Vocabulary)]: nothing follows it, or it has nothing older than what is read and
  /// was asked for as the rest of the window, or X searches no further back.
  boolean isEndedBy(StoredPage stored) {
    PageMetadata page = stored.metadata();
    if (progress.isLedOnBy(page)) {
      return false;
    }
    boolean askedForRest =
        page.request().token() == null && Objects.equals(criteria.untilId(), progress.oldestId());
    return stored.isLast()
        || askedForRest && !progress.isDeepenedBy(page)
        || after(page).isBeyondSearch(page);
  }

  /// Whether the rest of the window is empty, or so old that X refuses to search before it. Where
  /// the window begins at an identifier, the planner puts such a rest on record.
  private boolean isBeyondSearch(PageMetadata last) {
    Long untilId = criteria.untilId();
    return criteria.isEmpty()
        || criteria.sinceId() == null
            && untilId != null
            && !SearchHorizon.reaches(untilId, last.request().requestedAt());
  }

  /// With an answer of X that cannot be read in place of the page to ask for next.
  Window unreadableSince(Instant time) {
    return new Window(criteria, openedAt, openedBy, progress.unreadableSince(time));
  }

  /// With another query to ask for the rest with.
  Window withQuery(String query) {
    return new Window(criteria.withQuery(query), openedAt, openedBy, progress);
  }

  /// Restarted without a token, below the posts that are read of it.
  Window restarted(@Nullable Long sinceId, int pageSize) {
    Long oldestId = progress.oldestId();
    Long untilId = oldestId == null ? criteria.untilId() : oldestId;
    return new Window(
        criteria.within(sinceId, untilId, pageSize), openedAt, openedBy, progress.withoutToken());
  }
}
