package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far collecting a subject has come. Everything up to `sinceId` and up to `collectedUntil`
/// is collected, but for the gaps; the window is what is being collected after that.
///
/// @param subject not null
/// @param sinceId the newest post of the last window that was read to its end; null if no post
///     has been found yet
/// @param collectedUntil up to when search is known to be read; null before the first window's
///     end
/// @param window being read; null between windows
/// @param run the one that collected last; null before the first
/// @param lease of who is collecting; null if no one is
/// @param throttled how often in a row X has refused for its rate limit
/// @param months posts read in each UTC month, the last 24 that have any; copied
/// @param gaps all that was ever put on record, in order; copied
public record Checkpoint(
    SubjectName subject,
    Long sinceId,
    Instant collectedUntil,
    Window window,
    RunState run,
    Lease lease,
    int throttled,
    SortedMap<YearMonth, Long> months,
    List<Gap> gaps) {

  private static final int MONTHS_KEPT = 24;

  public Checkpoint {
    Objects.requireNonNull(subject, "subject");
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    gaps = List.copyOf(gaps);
  }

  /// Of a subject of which nothing is collected yet.
  public static Checkpoint start(SubjectName subject) {
    return new Checkpoint(
        subject, null, null, null, null, null, 0, Collections.emptySortedMap(), List.of());
  }

  /// What a run has done, if it is the one that collected last.
  public Optional<RunState> totals(RunName name) {
    return Optional.ofNullable(run).filter(totals -> totals.name().equals(name));
  }

  /// Whether a run has read a window of its own to the end.
  public boolean completeFor(RunName name) {
    return totals(name).map(RunState::complete).orElse(false);
  }

  /// How many gaps a run put on record.
  public int gapsOf(RunName name) {
    return (int) gaps.stream().filter(gap -> gap.run().equals(name)).count();
  }

  /// Posts read in the UTC month of a time.
  public long postsInMonthOf(Instant time) {
    return months.getOrDefault(month(time), 0L);
  }

  /// Posts that were read since an earlier state.
  public long postsSince(Checkpoint earlier) {
    return months.entrySet().stream()
        .mapToLong(month -> month.getValue() - earlier.months.getOrDefault(month.getKey(), 0L))
        .sum();
  }

  /// Gaps that runs put on record since an earlier state. One that grows is new if another run
  /// finds more of it.
  public List<Gap> gapsSince(Checkpoint earlier) {
    return gaps.stream().filter(gap -> earlier.gaps.stream().noneMatch(gap::continues)).toList();
  }

  /// With a page that answers what the window asked for. On the last page the window is complete.
  ///
  /// @param page of the run that collected last, its number the one after the last
  Checkpoint after(PageMetadata page) {
    Window read = window.after(page);
    Checkpoint counted = counting(page).with(read);
    return page.nextToken() == null ? counted.ending(page) : counted;
  }

  private Checkpoint ending(PageMetadata last) {
    return SearchHorizon.lostBeginning(window, collectedUntil, last, run.name())
        .map(this::with)
        .orElse(this)
        .completed();
  }

  /// With a page that is stored. If it is not what the window asks for next, it is counted only:
  /// another invocation of the run had asked for it, but too late to move the checkpoint.
  public Checkpoint adopting(PageMetadata page) {
    return window != null && window.continuedBy(page) ? after(page) : counting(page);
  }

  /// With the window read to its end.
  Checkpoint completed() {
    boolean opener = totals(window.openedBy()).isPresent();
    return new Checkpoint(
        subject,
        window.newestId() == null ? sinceId : window.newestId(),
        later(collectedUntil, window.searchedUntil()),
        null,
        opener ? run.completed() : run,
        lease,
        throttled,
        months,
        gaps);
  }

  /// With a run in place of the last one.
  public Checkpoint claimed(RunState totals) {
    return new Checkpoint(
        subject, sinceId, collectedUntil, window, totals, lease, throttled, months, gaps);
  }

  /// With another window, or none if null.
  Checkpoint with(Window other) {
    return new Checkpoint(
        subject, sinceId, collectedUntil, other, run, lease, throttled, months, gaps);
  }

  /// With another lease, or none if null.
  public Checkpoint with(Lease other) {
    return new Checkpoint(
        subject, sinceId, collectedUntil, window, run, other, throttled, months, gaps);
  }

  /// With this many refusals in a row.
  public Checkpoint throttled(int times) {
    return new Checkpoint(
        subject, sinceId, collectedUntil, window, run, lease, times, months, gaps);
  }

  /// With a gap more, in one with the last if it touches that.
  Checkpoint with(Gap gap) {
    List<Gap> more = new ArrayList<>(gaps);
    if (!more.isEmpty() && more.getLast().touches(gap)) {
      more.add(more.removeLast().and(gap));
    } else {
      more.add(gap);
    }
    return new Checkpoint(
        subject, sinceId, collectedUntil, window, run, lease, throttled, months, more);
  }

  private Checkpoint counting(PageMetadata page) {
    SortedMap<YearMonth, Long> counted = new TreeMap<>(months);
    if (page.posts() != null && page.posts() > 0) {
      counted.merge(month(page.requestedAt()), page.posts().longValue(), Long::sum);
    }
    while (counted.size() > MONTHS_KEPT) {
      counted.remove(counted.firstKey());
    }
    return new Checkpoint(
        subject, sinceId, collectedUntil, window, run.plus(page), lease, 0, counted, gaps);
  }

  static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atZone(ZoneOffset.UTC));
  }
}
