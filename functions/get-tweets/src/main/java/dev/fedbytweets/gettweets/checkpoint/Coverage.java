package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.RunName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a subject is collected: everything up to the later of `newestId` and `until`, except the
/// gaps. It begins with the subject's first window, up to an hour after the 7 days that X searched
/// then, or where a window that searches anew begins before that. What always holds:
///
/// - `newestId` and `until` never decrease: a window that is read to its end moves them on only.
/// - Each window that does not search anew begins at [#nextSinceId()] or above it. Where it begins
///   above what is collected, the span between is a gap. Where it begins below, its posts up to
///   `newestId` are the overlap.
/// - `overlapsFrom` is below `newestId`, and every post between the two that was read is in
///   `overlapIds`: a post of the overlap that is not in it has come late.
/// - No post that is read lies in a gap: the next window begins at or above the upper end of every
///   gap, and what a window that searches anew reads is no gap any more. Only of a window that was
///   left for a search anew, which then came too late, some posts do.
/// - While a window is open, the span below the posts that are read of it is not collected yet; the
///   window's own `sinceId` says how far down it goes.
///
/// @param newestId the newest post of the windows that were read to their end; null if no post
///     has been found yet
/// @param until the time up to which X had searched when it gave those windows; null before the
///     first window's end
/// @param overlapsFrom the next window begins after this, below `newestId`, to find posts that X
///     makes searchable late; null if it begins at `newestId`
/// @param overlapIds posts between the two that are read; null for none, as in checkpoints that
///     do not have them; copied
/// @param gaps all that were ever recorded and not read since, in order; copied
/// @param query of the last window that was read to its end; null before that, and in checkpoints
///     that do not have it
public record Coverage(
    @Nullable Long newestId,
    @Nullable Instant until,
    @Nullable Long overlapsFrom,
    List<Long> overlapIds,
    List<Gap> gaps,
    @Nullable String query) {

  /// Nothing is collected yet.
  public static final Coverage NONE = Coverage.of(null, null, List.of());

  public Coverage {
    overlapIds = List.copyOf(Objects.requireNonNullElse(overlapIds, List.of()));
    gaps = List.copyOf(gaps);
    if (overlapsFrom != null && (newestId == null || overlapsFrom >= newestId)) {
      throw new IllegalArgumentException("windows overlap below the newest post only");
    }
  }

  /// Coverage after which the next window does not overlap.
  public static Coverage of(@Nullable Long newestId, @Nullable Instant until, List<Gap> gaps) {
    return new Coverage(newestId, until, null, List.of(), gaps, null);
  }

  /// The identifier after which the next window begins; null before the first post or gap.
  @Nullable Long nextSinceId() {
    Long lastOfGaps = gaps.isEmpty() ? null : Long.valueOf(lastOfGaps());
    return later(overlapsFrom == null ? newestId : overlapsFrom, lastOfGaps);
  }

  /// The posts of a page that a window before has covered.
  List<Long> covered(List<Long> ids) {
    Long newest = newestId;
    return newest == null ? List.of() : ids.stream().filter(id -> id <= newest).toList();
  }

  /// Those of the posts that were not read when a window before covered them.
  List<Long> late(List<Long> covered) {
    Set<Long> read = Set.copyOf(overlapIds);
    return covered.stream().filter(id -> !read.contains(id)).distinct().toList();
  }

  /// With late posts, which are read now.
  Coverage withLate(List<Long> ids) {
    List<Long> read = new ArrayList<>(overlapIds);
    read.addAll(ids);
    return new Coverage(newestId, until, overlapsFrom, read, gaps, query);
  }

  /// Posts up to this identifier are collected or lie in a gap; null before the first window's end.
  @Nullable Long coveredId() {
    return later(newestId, until == null ? null : Long.valueOf(SearchHorizon.idBefore(until)));
  }

  /// Posts up to this identifier are collected, lie in a gap, or lie before the first window; null
  /// if that is the subject's first window and no page of it is read, for it may begin anywhere.
  ///
  /// @param window the open one, which reads what lies above
  @Nullable Long collectedBelow(Window window) {
    Long covered = coveredId();
    Long sinceId = window.criteria().sinceId();
    if (covered != null) {
      return sinceId == null ? covered : Long.valueOf(Math.max(covered, sinceId));
    }
    return sinceId == null && window.started()
        ? Long.valueOf(SearchHorizon.idBefore(SearchHorizon.searchedFrom(window.searchedUntil())))
        : sinceId;
  }

  /// How many gaps a run recorded.
  public int gapsOf(RunName run) {
    return (int) gaps.stream().filter(gap -> gap.run().equals(run)).count();
  }

  /// Gaps recorded since an earlier state. A gap that grows counts as new if another run finds
  /// more of it.
  public List<Gap> gapsSince(Coverage earlier) {
    return gaps.stream().filter(gap -> earlier.gaps.stream().noneMatch(gap::continues)).toList();
  }

  /// With a window that is read to its end. If it has found nothing newer, everything was asked for
  /// twice, and the next one does not overlap.
  Coverage with(Window window) {
    WindowProgress read = window.progress();
    Long newest = later(newestId, read.newestId());
    Instant searched = later(until, read.searchedUntil());
    Long wanted = window.overlapsFrom();
    String asked = window.criteria().query();
    if (wanted == null || newest == null || newest.equals(newestId)) {
      return new Coverage(newest, searched, null, List.of(), gaps, asked);
    }
    long overlap = Math.max(wanted, lastOfGaps());
    return overlap < newest
        ? new Coverage(newest, searched, overlap, read.recentIds(), gaps, asked)
        : new Coverage(newest, searched, null, List.of(), gaps, asked);
  }

  /// The largest identifier that lies in a gap; 0 without gaps.
  private long lastOfGaps() {
    return gaps.stream().mapToLong(gap -> gap.untilId() - 1).max().orElse(0);
  }

  /// With one more gap, merged with the last one if the two touch.
  Coverage with(Gap gap) {
    List<Gap> more = new ArrayList<>(gaps);
    if (!more.isEmpty() && more.getLast().touches(gap)) {
      more.add(more.removeLast().and(gap));
    } else {
      more.add(gap);
    }
    return with(more);
  }

  /// With the posts between two identifiers, both exclusive, read: they lie in no gap any more.
  Coverage withRead(long sinceId, long untilId) {
    return with(gaps.stream().flatMap(gap -> gap.without(sinceId, untilId).stream()).toList());
  }

  private Coverage with(List<Gap> others) {
    return new Coverage(newestId, until, overlapsFrom, overlapIds, others, query);
  }

  private static <T extends Comparable<T>> @Nullable T later(@Nullable T one, @Nullable T other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) > 0 ? one : other;
  }
}
