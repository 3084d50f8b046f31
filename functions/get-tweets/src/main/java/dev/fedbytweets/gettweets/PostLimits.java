package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.RunState;
import java.time.Instant;
import java.util.Optional;

/// The guard of the money: never asks for a page that could have more posts than may still be
/// read.
///
/// @param perRun posts that one run may read
/// @param perMonth posts that may be read in one UTC month
record PostLimits(long perRun, long perMonth) {

  /// The largest page that recent search gives.
  private static final int LARGEST_PAGE = 100;

  static PostLimits of(Subject subject) {
    return new PostLimits(limit(subject.maxPostsPerRun()), limit(subject.maxPostsPerMonth()));
  }

  /// Posts in a page of a new window. At least 10, the smallest page that recent search gives,
  /// since no limit of a subject is smaller.
  int pageSize() {
    return (int) Math.min(LARGEST_PAGE, Math.min(perRun, perMonth));
  }

  /// Posts that may still be read, never negative.
  long left(Checkpoint checkpoint, RunName run, Instant now) {
    return Math.max(0, Math.min(leftInRun(checkpoint, run), leftInMonth(checkpoint, now)));
  }

  /// The limit that forbids to ask for another page; empty if none does.
  Optional<StopReason> reached(Checkpoint checkpoint, RunName run, Instant now) {
    int pageSize = checkpoint.window().pageSize();
    if (leftInRun(checkpoint, run) < pageSize) {
      return Optional.of(StopReason.RUN_LIMIT);
    }
    return leftInMonth(checkpoint, now) < pageSize
        ? Optional.of(StopReason.MONTH_LIMIT)
        : Optional.empty();
  }

  private long leftInRun(Checkpoint checkpoint, RunName run) {
    return perRun - checkpoint.totals(run).map(RunState::posts).orElse(0L);
  }

  private long leftInMonth(Checkpoint checkpoint, Instant now) {
    return perMonth - checkpoint.postsInMonthOf(now);
  }

  private static long limit(Integer limit) {
    return limit == null ? Long.MAX_VALUE : limit;
  }
}
