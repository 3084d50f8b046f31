package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CheckpointStore;
import dev.fedbytweets.gettweets.checkpoint.CollectingRun;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.checkpoint.RunTotals;
import dev.fedbytweets.gettweets.x.XSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Collects a subject's posts in invocations that may die anywhere and be repeated: no post that
/// is stored is asked for again, except those of an overlap and of answers that cannot be read, and
/// what can no longer be asked for is put on record. The steps are in the package's description;
/// [WindowCollector] takes them.
///
/// A run that resumes a window of an earlier run reads that to its end and then one of its own; a
/// window that it opened itself is its last.
///
/// Safe for use by several threads.
public final class GetTweets {

  private final CollectorContext context;
  private final CheckpointStore checkpoints;

  /// @param store of the lake
  /// @param metrics receive posts and their charge, gaps, and that the account is out of credits
  public GetTweets(
      GetTweetsConfig config, ObjectStore store, XSearch x, InstantSource clock, Metrics metrics) {
    PageStore pages = new PageStore(store);
    RunAnnouncement announcement = new RunAnnouncement(new Journal(store), pages);
    this.context = new CollectorContext(config, pages, announcement, x, clock, metrics);
    this.checkpoints = new CheckpointStore(store);
  }

  /// Collects until something says stop.
  ///
  /// @param holder of the lease
  /// @param deadline when the caller will be stopped; [Instant#MAX] if never
  /// @return how far the run has come, and what to do next
  /// @throws RetryableException if X or the store cannot answer now, or another invocation came
  ///     in between
  /// @throws RejectedException if X does not accept the request
  /// @throws MisconfiguredException if X accepts no request of this account, or the time until
  ///     the deadline is too short for a single call
  public GetTweetsOutput collect(GetTweetsInput input, LeaseHolder holder, Instant deadline) {
    Instant lastAsk = lastAsk(deadline);
    LeasedCheckpoint checkpoint = open(input, holder);
    ClockCheck clock = new ClockCheck(context.metrics());
    CollectorResult stop =
        checkpoint
            .heldByOtherUntil()
            .map(end -> CollectorResult.waitUntil(end, StopReason.HELD))
            .orElseGet(() -> collect(input, checkpoint, clock, lastAsk));
    return output(input, checkpoint.current(), clock, stop);
  }

  private CollectorResult collect(
      GetTweetsInput input, LeasedCheckpoint checkpoint, ClockCheck clock, Instant lastAsk) {
    return new WindowCollector(context, input.subject(), input.run(), checkpoint, clock, lastAsk)
        .collect();
  }

  private Instant lastAsk(Instant deadline) {
    Duration callTimeout = context.config().x().callTimeout();
    Instant lastAsk = deadline.minus(callTimeout).minus(ObjectStore.LONGEST_WRITE);
    if (context.clock().instant().isAfter(lastAsk)) {
      throw new MisconfiguredException(
          ("the time is too short for a call to X, which may take %s, and for storing its page,"
                  + " which may take %s: give the function a longer timeout or lower X_CALL_TIMEOUT")
              .formatted(callTimeout, ObjectStore.LONGEST_WRITE));
    }
    return lastAsk;
  }

  private LeasedCheckpoint open(GetTweetsInput input, LeaseHolder holder) {
    return new LeasedCheckpoint(
        checkpoints.open(input.subject().name()),
        holder,
        context.config().x().callTimeout(),
        context.clock(),
        new ProgressReporter(context.config(), context.metrics()));
  }

  private GetTweetsOutput output(
      GetTweetsInput input, Checkpoint checkpoint, ClockCheck clock, CollectorResult stop) {
    RunName name = input.run().name();
    RunTotals totals = checkpoint.stateOf(name).map(CollectingRun::totals).orElse(RunTotals.NONE);
    return new GetTweetsOutput(
        stop.progress(),
        stop.reason(),
        stop.resumeAt(),
        input.subject().name(),
        totals.pages(),
        totals.unreadablePages(),
        new Counts(
            totals.posts(), totals.posts() - totals.unreadablePosts(), totals.unreadablePosts(), 0),
        totals.users(),
        totals.media(),
        totals.partialErrors(),
        totals.repeated(),
        totals.late(),
        checkpoint.coverage().gapsOf(name),
        clock.ahead().toSeconds(),
        context.config().prices().chargeUsd(totals.posts(), totals.media()));
  }
}
