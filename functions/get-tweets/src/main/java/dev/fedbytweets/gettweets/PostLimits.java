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
/// @param perDay posts that may be read on one UTC day, [Long#MAX_VALUE] for no limit
/// @param perMonth posts that may be read in one UTC month, [Long#MAX_VALUE] for no limit
record PostLimits(long perRun, long perDay, long perMonth) {

  /// The largest page that recent search gives.
  private static final int LARGEST_PAGE = 100;

  static PostLimits of(Subject subject) {
    return new PostLimits(
        limit(subject.maxPostsPerRun()),
        limit(subject.maxPostsPerDay()),
        limit(subject.maxPostsPerMonth()));
  }

  /// The page size of a new window: at least 10, the smallest that recent search accepts, since
  /// no limit of a subject is smaller.
  int pageSize() {
    return (int) Math.min(LARGEST_PAGE, Math.min(perRun, Math.min(perDay, perMonth)));
  }

  /// Posts of the open window that may still be read: none if a page could have more.
  long left(Checkpoint checkpoint, RunName run, Instant now) {
    long later = Math.min(leftOnDay(checkpoint, now), leftInMonth(checkpoint, now));
    return reached(checkpoint, run, now).isPresent()
        ? 0
        : Math.min(leftInRun(checkpoint, run), later);
  }

  /// The limit that forbids another page of the open window; empty if none does. If several do, the
  /// one that does so for longest.
  Optional<StopReason> reached(Checkpoint checkpoint, RunName run, Instant now) {
    int pageSize = checkpoint.currentWindow().criteria().pageSize();
    if (leftInMonth(checkpoint, now) < pageSize) {
      return Optional.of(StopReason.MONTH_LIMIT);
    }
    if (leftOnDay(checkpoint, now) < pageSize) {
      return Optional.of(StopReason.DAY_LIMIT);
    }
    return leftInRun(checkpoint, run) < pageSize
        ? Optional.of(StopReason.RUN_LIMIT)
        : Optional.empty();
  }

  private long leftInRun(Checkpoint checkpoint, RunName run) {
    return perRun - checkpoint.stateOf(run).map(state -> state.totals().posts()).orElse(0L);
  }

  private long leftOnDay(Checkpoint checkpoint, Instant now) {
    return perDay - checkpoint.posts().onDayOf(now);
  }

  private long leftInMonth(Checkpoint checkpoint, Instant now) {
    return perMonth - checkpoint.posts().inMonthOf(now);
  }

  private static long limit(@Nullable Integer limit) {
    return limit == null ? Long.MAX_VALUE : limit;
  }
}
