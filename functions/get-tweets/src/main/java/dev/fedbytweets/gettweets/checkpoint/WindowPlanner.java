package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plans which window X is asked for, and puts on record as gaps what can no longer be asked for.
///
/// @param subject what to collect
/// @param run that collects
/// @param pageSize of a window that begins now
/// @param nextOverlap how far the window after that reaches back into it
public record WindowPlanner(Subject subject, RunName run, int pageSize, Duration nextOverlap) {

  /// The checkpoint with a window that X can be asked for; unchanged if the run has read a window
  /// of its own to its end.
  ///
  /// - A window that is being read goes on as it is. The rest of it is asked for below the posts
  ///   that are read if its beginning has left X's horizon, or if its pages are larger than the
  ///   subject's limits have become.
  /// - A new window begins where coverage ends, less the overlap, or as near to that as X searches.
  /// - If the subject is to be searched anew from a time on, the window that is being read is left,
  ///   unless it does just that. The new window begins at that time, or earlier if something before
  ///   it is not collected. What is collected stays so, whatever becomes of the new window. If no
  ///   page of it is read, and the next run is to search from no time, that one reads at least what
  ///   was left.
  ///
  /// @throws RejectedException if X does not search the time from which on to search anew
  public Checkpoint plan(Checkpoint checkpoint, Instant now) {
    if (checkpoint.isCompleteFor(run)) {
      return checkpoint;
    }
    Window window = checkpoint.window();
    Instant from = subject.from();
    if (window == null || !window.started()) {
      return window != null && isAsOpenedNow(window, now) ? checkpoint : open(checkpoint, now);
    }
    if (from == null) {
      return resumed(checkpoint, window, now);
    }
    return window.searchesAnew(from, subject.query())
        ? resumed(checkpoint, window.takenOverBy(run), now)
        : open(checkpoint, now);
  }

  private Checkpoint resumed(Checkpoint checkpoint, Window window, Instant now) {
    Checkpoint resumed = resume(checkpoint.withWindow(window), window, now);
    return resumed.window() == null ? plan(resumed, now) : resumed;
  }

  /// The checkpoint after X has refused an identifier as too old: the rest of the window reaches
  /// less far back, and what lies before is a gap. Without a window if nothing remains of it.
  ///
  /// @param largerThan X accepts only identifiers larger than this
  public Checkpoint raiseBeginning(Checkpoint checkpoint, long largerThan, Instant now) {
    return beginAfter(largerThan + 1, checkpoint, checkpoint.currentWindow(), now);
  }

  /// The checkpoint after X has refused the open window's page token: the rest of the window is
  /// asked for without it, below the posts that are read. Without a window if nothing remains of
  /// it.
  public Checkpoint leaveToken(Checkpoint checkpoint) {
    return restart(checkpoint, checkpoint.currentWindow());
  }

  /// The checkpoint after X has refused the open window's query, or empty if the subject's query is
  /// still the same: the rest of the window is asked for with the subject's query, below the posts
  /// that are read.
  public Optional<Checkpoint> changeQuery(Checkpoint checkpoint) {
    Window window = checkpoint.currentWindow();
    return window.criteria().query().equals(subject.query())
        ? Optional.empty()
        : Optional.of(restart(checkpoint, window.withQuery(subject.query())));
  }

  private Checkpoint restart(Checkpoint checkpoint, Window window) {
    Window rest =
        window.restBelowRead(window.criteria().sinceId(), pageSize).withUnreadableSince(null);
    Checkpoint left = checkpoint.withWindow(rest);
    return rest.criteria().isEmpty() ? left.completed() : left;
  }

  private Checkpoint resume(Checkpoint checkpoint, Window window, Instant now) {
    boolean pagesTooLarge = window.criteria().pageSize() > pageSize;
    boolean withoutToken = pagesTooLarge || window.progress().nextToken() == null;
    if (!SearchHorizon.accepts(window.criteria(), now)
        || withoutToken
            && SearchHorizon.losesBeginning(window, checkpoint.coverage().until(), now)) {
      return beginAfter(SearchHorizon.oldestSinceId(now), checkpoint, window, now);
    }
    return pagesTooLarge ? restart(checkpoint, window) : checkpoint;
  }

  private Checkpoint open(Checkpoint checkpoint, Instant now) {
    Instant from = subject.from();
    return from == null ? openNext(checkpoint, now) : openAnew(checkpoint, from, now);
  }

  private Checkpoint openAnew(Checkpoint checkpoint, Instant from, Instant now) {
    long wanted = SearchHorizon.sinceIdOf(from, now).orElseThrow(() -> refusal(from, now));
    Long collected = collectedBefore(checkpoint, now);
    long sinceId = collected == null ? wanted : Math.min(wanted, collected);
    Window window = opened(sinceId, now, from);
    Checkpoint opened = checkpoint.withWindow(window);
    return SearchHorizon.reaches(sinceId, now)
        ? opened
        : beginAfter(SearchHorizon.oldestSinceId(now), opened, window, now);
  }

  private RejectedException refusal(Instant from, Instant now) {
    return new RejectedException(
        from.isAfter(now)
            ? "subject '%s' cannot be searched from %s on: that is in the future"
                .formatted(subject.name(), from)
            : "subject '%s' cannot be searched from %s on: X searches seven days back, from %s on"
                .formatted(
                    subject.name(),
                    from,
                    SearchHorizon.oldest(now).truncatedTo(ChronoUnit.SECONDS)));
  }

  private Window opened(@Nullable Long sinceId, Instant now, @Nullable Instant from) {
    SearchCriteria criteria = new SearchCriteria(sinceId, null, subject.query(), pageSize);
    return Window.opened(criteria, now, run, nextOverlap, from);
  }

  private Checkpoint openNext(Checkpoint checkpoint, Instant now) {
    Long sinceId = checkpoint.coverage().nextSinceId();
    Instant from = null;
    Window left = checkpoint.window();
    Long unread = left == null || left.from() == null ? null : collectedBefore(checkpoint, now);
    if (left != null && sinceId != null && unread != null && unread < sinceId) {
      sinceId = unread;
      from = left.from();
    } else if (sinceId != null && !SearchHorizon.reaches(sinceId, now)) {
      sinceId = checkpoint.coverage().newestId();
    }
    Instant until = checkpoint.coverage().until();
    Window window = opened(sinceId, now, from);
    boolean reaches =
        sinceId == null
            ? until == null || SearchHorizon.reaches(until, now)
            : SearchHorizon.reaches(sinceId, now);
    Checkpoint opened = checkpoint.withWindow(window);
    return reaches ? opened : beginAfter(SearchHorizon.oldestSinceId(now), opened, window, now);
  }

  /// Whether a window without a page is the one that would be opened now. Where it begins follows
  /// from coverage, which has not changed since, and how far the next one reaches back into it may
  /// stay as it was. One that reads what a search anew has left is one, too, without being asked
  /// for.
  private boolean isAsOpenedNow(Window window, Instant now) {
    return window.openedBy().equals(run)
        && window.criteria().query().equals(subject.query())
        && window.criteria().pageSize() == pageSize
        && (subject.from() == null || subject.from().equals(window.from()))
        && SearchHorizon.accepts(window.criteria(), now);
  }

  /// Asks for the rest of the window after an identifier, exclusive, or after a later one up to
  /// which nothing is to be read. What lies between what is collected and the identifier is put on
  /// record as a gap.
  private Checkpoint beginAfter(long oldestId, Checkpoint checkpoint, Window window, Instant now) {
    Long collected = checkpoint.coverage().collectedBelow(window);
    Long begin = window.from() == null ? collected : window.criteria().sinceId();
    long sinceId = begin == null ? oldestId : Math.max(oldestId, begin);
    Window rest = window.restBelowRead(sinceId, pageSize);
    Checkpoint shortened = checkpoint.withWindow(rest);
    Long untilId = rest.criteria().untilId();
    long end = untilId == null ? sinceId + 1 : Math.min(sinceId + 1, untilId);
    if (collected != null && end - collected > 1) {
      shortened = shortened.with(Gap.beyondSearch(collected, end, now, run));
    }
    return rest.criteria().isEmpty() ? shortened.completed() : shortened;
  }

  /// Posts up to this identifier are collected, lie in a gap, or lie before what X still searches
  /// of the subject's first window; null if no page is read. A window that searches anew and of
  /// which no page is read may have taken the place of the first one, and then begins no later.
  private static @Nullable Long collectedBefore(Checkpoint checkpoint, Instant now) {
    Coverage coverage = checkpoint.coverage();
    Window window = checkpoint.window();
    if (window == null || !window.started()) {
      Long covered = coverage.coveredId();
      boolean isKnown = covered != null || window == null || window.from() == null;
      return isKnown ? covered : window.criteria().sinceId();
    }
    boolean isFirst = coverage.coveredId() == null && window.criteria().sinceId() == null;
    return isFirst && !SearchHorizon.losesBeginning(window, null, now)
        ? Long.valueOf(SearchHorizon.oldestSinceId(now))
        : coverage.collectedBelow(window);
  }
}
