package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.RunName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a subject is collected: everything up to the later of `newestId` and `until`, except the
/// gaps.
///
/// @param newestId the newest post of the windows that were read to their end; null if no post
///     has been found yet
/// @param until the time up to which X had searched when it gave those windows; null before the
///     first window's end
/// @param gaps all that were ever recorded, in order; copied
public record Coverage(@Nullable Long newestId, @Nullable Instant until, List<Gap> gaps) {

  /// Nothing is collected yet.
  public static final Coverage NONE = new Coverage(null, null, List.of());

  public Coverage {
    gaps = List.copyOf(gaps);
  }

  /// Posts up to this identifier are collected or lie in a gap; null before the first window's end.
  @Nullable Long collectedId() {
    return later(newestId, until == null ? null : Long.valueOf(SearchHorizon.idBefore(until)));
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

  /// With a window that is read to its end.
  Coverage with(Window window) {
    WindowProgress read = window.progress();
    return new Coverage(later(newestId, read.newestId()), later(until, read.searchedUntil()), gaps);
  }

  /// With one more gap, merged with the last one if the two touch.
  Coverage with(Gap gap) {
    List<Gap> more = new ArrayList<>(gaps);
    if (!more.isEmpty() && more.getLast().touches(gap)) {
      more.add(more.removeLast().and(gap));
    } else {
      more.add(gap);
    }
    return new Coverage(newestId, until, more);
  }

  private static <T extends Comparable<T>> @Nullable T later(@Nullable T one, @Nullable T other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) > 0 ? one : other;
  }
}
