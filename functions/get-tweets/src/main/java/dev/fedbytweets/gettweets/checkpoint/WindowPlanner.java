package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import java.time.Instant;

/// Decides what is to be asked next, and puts on record what can no longer be asked for.
///
/// @param subject what to collect, and how much of it at most
/// @param run that collects
/// @param pageSize of a window that begins now
public record WindowPlanner(Subject subject, RunName run, int pageSize) {

  /// The checkpoint with a window that can be asked for, or without one if the run has read its
  /// own to the end.
  ///
  /// - A window that is being read goes on as it is. It is taken up anew below what it has read
  ///   if its beginning has fallen out of X's reach, or if its pages are larger than the
  ///   subject's limits have become.
  /// - A new window begins where the last one ended, or as near to that as X reaches.
  public Checkpoint ready(Checkpoint checkpoint, Instant now) {
    if (checkpoint.completeFor(run)) {
      return checkpoint;
    }
    Window window = checkpoint.window();
    if (window == null || !window.started()) {
      return open(checkpoint, now);
    }
    Checkpoint ready = resume(checkpoint, now);
    return ready.window() == null ? ready(ready, now) : ready;
  }

  /// The checkpoint after X has said that it does not reach as far back as it was asked to.
  /// Without a window if nothing of it remains.
  ///
  /// @param oldestId search can only begin at larger identifiers
  public Checkpoint cut(Checkpoint checkpoint, long oldestId, Instant now) {
    return cutAt(checkpoint, oldestId + 1, now);
  }

  private Checkpoint resume(Checkpoint checkpoint, Instant now) {
    Window window = checkpoint.window();
    boolean tooLarge = window.pageSize() > pageSize;
    boolean anew = tooLarge || window.nextToken() == null;
    if (!SearchHorizon.reaches(window, now)
        || anew && SearchHorizon.losesBeginning(window, checkpoint.collectedUntil(), now)) {
      return cutAt(checkpoint, SearchHorizon.oldestId(now), now);
    }
    return tooLarge ? checkpoint.with(window.below(window.sinceId(), pageSize)) : checkpoint;
  }

  private Checkpoint open(Checkpoint checkpoint, Instant now) {
    if (checkpoint.window() != null && isMine(checkpoint.window(), now)) {
      return checkpoint;
    }
    Long sinceId = checkpoint.sinceId();
    Checkpoint opened =
        checkpoint.with(Window.opened(sinceId, subject.query(), pageSize, now, run));
    boolean reaches =
        sinceId == null
            ? checkpoint.collectedUntil() == null
                || SearchHorizon.reaches(checkpoint.collectedUntil(), now)
            : SearchHorizon.reaches(sinceId, now);
    return reaches ? opened : cutAt(opened, SearchHorizon.oldestId(now), now);
  }

  /// Whether a window without a page is the one that would be opened now.
  private boolean isMine(Window window, Instant now) {
    return window.openedBy().equals(run)
        && window.query().equals(subject.query())
        && window.pageSize() == pageSize
        && SearchHorizon.reaches(window, now);
  }

  /// Begins the rest of the window at an identifier, or later where more is collected already,
  /// and records what lies between that and what is collected.
  private Checkpoint cutAt(Checkpoint checkpoint, long oldestId, Instant now) {
    Window window = checkpoint.window();
    long collected = collectedId(checkpoint);
    Window rest = window.below(Math.max(oldestId, collected), pageSize);
    Checkpoint cut = checkpoint.with(rest);
    if (collected < oldestId) {
      cut = cut.with(gap(collected, rest, now));
    }
    return rest.empty() ? cut.completed() : cut;
  }

  private Gap gap(long collected, Window rest, Instant now) {
    long end = rest.sinceId() + 1;
    long untilId = rest.untilId() == null ? end : Math.min(end, rest.untilId());
    return Gap.beyondSearch(collected, untilId, now, run);
  }

  /// Posts up to this identifier are collected, or were never to be.
  private static long collectedId(Checkpoint checkpoint) {
    Window window = checkpoint.window();
    Instant until = checkpoint.collectedUntil();
    if (window.sinceId() == null && until == null) {
      return SearchHorizon.before(SearchHorizon.searchedFrom(window.searchedUntil()));
    }
    return Math.max(
        window.sinceId() == null ? 0 : window.sinceId(),
        until == null ? 0 : SearchHorizon.before(until));
  }
}
