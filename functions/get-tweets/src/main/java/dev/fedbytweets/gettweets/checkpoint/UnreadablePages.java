package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How collecting gets past answers of X that should be a page and cannot be read:
///
/// 1. The page is asked for once more.
/// 2. If posts can be seen in it, collecting goes on below the oldest of them, and they are a gap
///    on record.
/// 3. Otherwise its token is left, and the rest is asked for below the posts that are read.
/// 4. If that cannot be read either, the same is asked again by the runs that follow: X, or what
///    stands between, may be out of order. After a day the rest of the window is a gap on record. A
///    window of which no page is read is none: each run opens it anew.
final class UnreadablePages {

  private static final Duration PATIENCE = Duration.ofDays(1);

  private UnreadablePages() {}

  /// The checkpoint after such an answer to what its window asks for next.
  ///
  /// @param checkpoint in which the answer is counted
  /// @param stored the answer; the identifiers in its metadata are those of the posts that can be
  ///     seen
  static Checkpoint passed(Checkpoint checkpoint, StoredPage stored) {
    PageMetadata page = stored.metadata();
    Window window = checkpoint.currentWindow();
    Instant since = window.progress().unreadableSince();
    if (since == null) {
      return checkpoint.withWindow(window.unreadableSince(page.retrievedAt()));
    }
    if (isSeen(window, page)) {
      return beyond(checkpoint, stored, oldestSeen(page) - 1);
    }
    if (window.progress().nextToken() != null) {
      return checkpoint.withWindow(
          window.restBelowRead(window.criteria().sinceId(), window.criteria().pageSize()));
    }
    return since.plus(PATIENCE).isAfter(page.retrievedAt())
        ? checkpoint
        : beyond(checkpoint, stored, null);
  }

  /// Whether posts can be seen that are older than those that are read. One that X no longer
  /// searches is none: its identifier is damaged.
  private static boolean isSeen(Window window, PageMetadata page) {
    return window.progress().isDeepenedBy(page)
        && SearchHorizon.reaches(oldestSeen(page), page.request().requestedAt());
  }

  private static long oldestSeen(PageMetadata page) {
    return Objects.requireNonNull(page.contents().oldestId(), "oldestId");
  }

  /// @param sinceId the posts of the gap have larger identifiers; null for all that are left of the
  ///     window
  private static Checkpoint beyond(
      Checkpoint checkpoint, StoredPage stored, @Nullable Long sinceId) {
    PageMetadata page = stored.metadata();
    Window window = checkpoint.currentWindow();
    Window passed = window.after(stored);
    Long collected =
        sinceId == null ? WindowPlanner.collectedId(checkpoint.coverage(), passed) : sinceId;
    long from = collected == null ? SearchHorizon.oldestSinceId(page.retrievedAt()) : collected;
    long to = upperEnd(window, page);
    Checkpoint rest = checkpoint.withWindow(passed);
    if (to - from > 1) {
      rest = rest.with(Gap.unreadable(from, to, page.retrievedAt(), checkpoint.lastRun().name()));
    }
    return sinceId == null || passed.criteria().isEmpty() ? rest.completed() : rest;
  }

  /// The posts that are not read have smaller identifiers.
  private static long upperEnd(Window window, PageMetadata page) {
    Long oldestId = window.progress().oldestId();
    Long untilId = oldestId == null ? window.criteria().untilId() : oldestId;
    Instant searchedUntil = SearchHorizon.searchedUntil(page.request().requestedAt());
    return untilId == null ? SearchHorizon.idBefore(searchedUntil) + 1 : untilId;
  }
}
