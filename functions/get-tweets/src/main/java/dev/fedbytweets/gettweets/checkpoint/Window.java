package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.x.AttachedMedia;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A span of posts that is being read, newest first, page after page.
///
/// @param criteria what X is asked with
/// @param openedAt when the window was opened
/// @param openedBy the run that opened it
/// @param nextOverlap how far the next window reaches back into this one; null for not at all, as
///     in checkpoints that do not have it
/// @param from if it searches anew: the time from which on that was asked for; null if it begins
///     where the windows before ended
/// @param progress what is read of it
public record Window(
    SearchCriteria criteria,
    Instant openedAt,
    RunName openedBy,
    Duration nextOverlap,
    @Nullable Instant from,
    WindowProgress progress) {

  public Window {
    Objects.requireNonNull(criteria, "criteria");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(openedBy, "openedBy");
    nextOverlap = Objects.requireNonNullElse(nextOverlap, Duration.ZERO);
    Objects.requireNonNull(progress, "progress");
  }

  /// A window of which nothing is read.
  ///
  /// @param from if it searches anew
  static Window opened(
      SearchCriteria criteria,
      Instant now,
      RunName run,
      Duration nextOverlap,
      @Nullable Instant from) {
    return new Window(criteria, now, run, nextOverlap, from, WindowProgress.NONE);
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
  ///
  /// @param media whether media are to come too: X gives the same posts with and without
  public SearchRequest nextRequest(Vocabulary vocabulary, AttachedMedia media) {
    return new SearchRequest(
        criteria.query(),
        criteria.sinceId(),
        criteria.untilId(),
        progress.nextToken(),
        criteria.pageSize(),
        vocabulary,
        media);
  }

  /// Whether a stored page is the answer to [#nextRequest].
  boolean isContinuedBy(PageMetadata page) {
    return criteria.match(page.request())
        && Objects.equals(page.request().token(), progress.nextToken());
  }

  /// With one more page read. If its page token leads on, that is followed. Otherwise the rest of
  /// the window is asked for without one.
  Window after(StoredPage page) {
    Window read = with(progress.after(page, nextOverlap));
    return progress.isLedOnBy(page.metadata())
        ? read
        : read.restBelowRead(criteria.sinceId(), criteria.pageSize());
  }

  /// Whether nothing remains to be asked for after a page, the answer to
  /// [#nextRequest]: nothing follows it, or it has nothing older than what is read and
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
        || after(stored).isBeyondSearch(page);
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
  Window withUnreadableSince(@Nullable Instant time) {
    return with(progress.withUnreadableSince(time));
  }

  /// With another query to ask for the rest with.
  Window withQuery(String query) {
    return new Window(criteria.withQuery(query), openedAt, openedBy, nextOverlap, from, progress)
        .withUnreadableSince(null);
  }

  /// As if another run had opened it.
  Window takenOverBy(RunName run) {
    return new Window(criteria, openedAt, run, nextOverlap, from, progress);
  }

  private Window with(WindowProgress other) {
    return new Window(criteria, openedAt, openedBy, nextOverlap, from, other);
  }

  /// Whether it searches anew from that time on for the same.
  boolean searchesAnew(Instant time, String query) {
    return time.equals(from) && criteria.query().equals(query);
  }

  /// The coverage after a page of a window that searches anew: what lies between the posts that
  /// were read before and the oldest of the page is read. Other windows read nothing of a gap.
  ///
  /// @param oldestId of the posts that are read now; null if there are none
  Coverage filling(Coverage coverage, @Nullable Long oldestId) {
    Long sinceId = criteria.sinceId();
    if (from == null || sinceId == null || oldestId == null) {
      return coverage;
    }
    Long untilId = progress.oldestId();
    return coverage.withRead(
        Math.max(sinceId, oldestId - 1), untilId == null ? Long.MAX_VALUE : untilId);
  }

  /// The rest of it, to be asked for without a page token below the posts that are read.
  Window restBelowRead(@Nullable Long sinceId, int pageSize) {
    Long oldestId = progress.oldestId();
    Long untilId = oldestId == null ? criteria.untilId() : oldestId;
    return new Window(
        criteria.within(sinceId, untilId, pageSize),
        openedAt,
        openedBy,
        nextOverlap,
        from,
        progress.withoutToken());
  }

  /// Where the next window begins: its posts after this are the recent ones of this window's
  /// progress. Null if the two do not overlap, or no post is read.
  @Nullable Long overlapsFrom() {
    Long newestId = progress.newestId();
    if (newestId == null || nextOverlap.isZero()) {
      return null;
    }
    long from = Snowflake.earlier(newestId, nextOverlap);
    Long sinceId = criteria.sinceId();
    return sinceId == null ? Long.valueOf(from) : Long.valueOf(Math.max(from, sinceId));
  }
}
