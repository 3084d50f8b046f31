package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many posts of a subject may be read. They bound what X charges: a page is only asked for
/// if all posts that it could have may be read.
///
/// @param perRun posts that one run may read, [Long#MAX_VALUE] for no limit
/// @param perMonth posts that may be read in one UTC month, [Long#MAX_VALUE] for no limit
record PostLimits(long perRun, long perMonth) {

  /// The largest page that recent search gives.
  private static final int LARGEST_PAGE = 100;

  static PostLimits of(Subject subject) {
    return new PostLimits(limit(subject.maxPostsPerRun()), limit(subject.maxPostsPerMonth()));
  }

  /// The page size of a new window: at least 10, the smallest that recent search accepts, since
  /// no limit of a subject is smaller.
  int pageSize() {
    return (int) Math.min(LARGEST_PAGE, Math.min(perRun, perMonth));
  }

  /// Posts that may still be read, never negative.
  long left(Checkpoint checkpoint, RunName run, Instant now) {
    return Math.max(0, Math.min(leftInRun(checkpoint, run), leftInMonth(checkpoint, now)));
  }

  /// The limit that forbids another page of the open window; empty if none does.
  Optional<StopReason> reached(Checkpoint checkpoint, RunName run, Instant now) {
    int pageSize = checkpoint.currentWindow().criteria().pageSize();
    if (leftInRun(checkpoint, run) < pageSize) {
      return Optional.of(StopReason.RUN_LIMIT);
    }
    return leftInMonth(checkpoint, now) < pageSize
        ? Optional.of(StopReason.MONTH_LIMIT)
        : Optional.empty();
  }

  private long leftInRun(Checkpoint checkpoint, RunName run) {
    return perRun - checkpoint.stateOf(run).map(state -> state.totals().posts()).orElse(0L);
  }

  private long leftInMonth(Checkpoint checkpoint, Instant now) {
    return perMonth - checkpoint.months().in(now);
  }

  private static long limit(@Nullable Integer limit) {
    return limit == null ? Long.MAX_VALUE : limit;
  }
}
