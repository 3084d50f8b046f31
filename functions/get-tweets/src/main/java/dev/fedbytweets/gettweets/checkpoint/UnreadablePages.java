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

  /// How far two clocks may be apart.
  private static final Duration MOST_APART = Duration.ofMinutes(1);

  private UnreadablePages() {}

  /// The checkpoint after such an answer to what its window asks for next.
  ///
  /// @param checkpoint in which the answer is counted
  /// @param stored the answer; the identifiers in its metadata are those of the posts that can be
  ///     seen
  static Checkpoint after(Checkpoint checkpoint, StoredPage stored) {
    PageMetadata page = stored.metadata();
    Window window = checkpoint.currentWindow();
    Instant since = window.progress().unreadableSince();
    if (since == null) {
      return checkpoint.withWindow(window.withUnreadableSince(page.retrievedAt()));
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

  /// Whether posts can be seen that are older than those that are read. Identifiers that X does not
  /// search, because they are too old or of the future, are damaged.
  private static boolean isSeen(Window window, PageMetadata page) {
    return window.progress().isDeepenedBy(page)
        && SearchHorizon.reaches(oldestSeen(page), page.request().requestedAt())
        && newestSeen(page) <= SearchHorizon.idBefore(page.retrievedAt().plus(MOST_APART));
  }

  private static long oldestSeen(PageMetadata page) {
    return Objects.requireNonNull(page.contents().oldestId(), "oldestId");
  }

  private static long newestSeen(PageMetadata page) {
    return Objects.requireNonNull(page.contents().newestId(), "newestId");
  }

  /// @param sinceId collecting goes on up to this identifier; null if nothing is left of the window
  private static Checkpoint beyond(
      Checkpoint checkpoint, StoredPage stored, @Nullable Long sinceId) {
    PageMetadata page = stored.metadata();
    Window window = checkpoint.currentWindow();
    Window passed = window.after(stored);
    long from = gapBegin(checkpoint.coverage().collectedBelow(passed), sinceId, page);
    long to = gapEnd(window, passed, sinceId, page);
    Checkpoint rest = checkpoint.withWindow(passed);
    if (to - from > 1) {
      rest = rest.with(Gap.unreadable(from, to, page.retrievedAt(), checkpoint.lastRun().name()));
    }
    return sinceId == null || passed.criteria().isEmpty() ? rest.completed() : rest;
  }

  /// The posts of the gap have larger identifiers. What is collected already, an overlap too, is in
  /// no gap.
  private static long gapBegin(
      @Nullable Long collected, @Nullable Long sinceId, PageMetadata page) {
    if (sinceId == null) {
      return collected == null ? SearchHorizon.oldestSinceId(page.retrievedAt()) : collected;
    }
    return collected == null ? sinceId : Math.max(sinceId, collected);
  }

  /// The posts of the gap have smaller identifiers. What is above the newest post that is seen, the
  /// next window asks for.
  private static long gapEnd(
      Window window, Window passed, @Nullable Long sinceId, PageMetadata page) {
    Long oldestId = window.progress().oldestId();
    Long untilId = oldestId == null ? window.criteria().untilId() : oldestId;
    if (untilId != null) {
      return untilId;
    }
    return 1
        + (sinceId == null ? SearchHorizon.idBefore(passed.searchedUntil()) : newestSeen(page));
  }
}
