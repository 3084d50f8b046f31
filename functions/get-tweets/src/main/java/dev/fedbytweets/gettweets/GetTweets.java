package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.NextStep.Stop;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CheckpointStore;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.checkpoint.RunState;
import dev.fedbytweets.gettweets.x.XSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Collects a subject's posts, a portion at a time, until the window is read to its end or
/// something says stop. Each page is stored the moment it arrives, before the next one is asked
/// for; the checkpoint moves after some pages and at the stop, and who finds it behind takes the
/// pages in that are stored after it. So an invocation may die anywhere and be repeated: no post
/// that was stored is asked for again, and what can no longer be asked for is put on record.
///
/// A run that takes up a window of an earlier run reads that to its end and then the next one; a
/// window that it opened itself is its last.
///
/// Safe for use by several threads.
public final class GetTweets {

  /// For storing a page and moving the checkpoint after a call.
  private static final Duration STORING = Duration.ofSeconds(10);

  private final CollectorContext tools;
  private final CheckpointStore checkpoints;

  /// @param store of the lake
  /// @param metrics are told what is new: posts and their charge, gaps, and that X wants to be
  ///     paid
  public GetTweets(
      GetTweetsConfig config, ObjectStore store, XSearch x, InstantSource clock, Metrics metrics) {
    PageStore pages = new PageStore(store);
    RunAnnouncement claim = new RunAnnouncement(new Journal(store), pages);
    this.tools = new CollectorContext(config, pages, claim, x, clock, metrics);
    this.checkpoints = new CheckpointStore(store);
  }

  /// Collects until something says stop.
  ///
  /// @param holder who calls
  /// @param deadline when the caller will be stopped; [Instant#MAX] if never
  /// @return how far the run has come, and what to do next
  /// @throws RetryableException if X or the store cannot answer now, or another invocation came
  ///     in between
  /// @throws RejectedException if X does not accept the request
  /// @throws MisconfiguredException if X accepts no request of this account, or the time until
  ///     the deadline is too short for a single call
  public GetTweetsOutput collect(GetTweetsInput input, LeaseHolder holder, Instant deadline) {
    Instant lastAsk = lastAsk(deadline);
    LeasedCheckpoint held = open(input, holder);
    Optional<Instant> busyUntil = held.heldByOtherUntil();
    if (busyUntil.isPresent()) {
      return output(input, held.current(), NextStep.waiting(StopReason.HELD, busyUntil.get()));
    }
    Stop stop = new WindowCollector(tools, input.subject(), input.run(), held, lastAsk).run();
    return output(input, held.current(), stop);
  }

  private Instant lastAsk(Instant deadline) {
    Duration callTimeout = tools.config().x().callTimeout();
    Instant lastAsk = deadline.minus(callTimeout).minus(STORING);
    if (tools.clock().instant().isAfter(lastAsk)) {
      throw new MisconfiguredException(
          ("the time is too short for a call to X, which may take %s, and for storing its page:"
                  + " give the function a longer timeout or lower X_CALL_TIMEOUT")
              .formatted(callTimeout));
    }
    return lastAsk;
  }

  private LeasedCheckpoint open(GetTweetsInput input, LeaseHolder holder) {
    return new LeasedCheckpoint(
        checkpoints.open(input.subject().name()),
        holder,
        tools.config().x().callTimeout(),
        tools.clock(),
        new ProgressReporter(tools.config(), tools.metrics()));
  }

  private GetTweetsOutput output(GetTweetsInput input, Checkpoint checkpoint, Stop stop) {
    Run run = input.run();
    RunName name = run.name();
    RunState totals = checkpoint.totals(name).orElse(RunState.none(run));
    return new GetTweetsOutput(
        stop.progress(),
        stop.reason(),
        stop.resumeAt(),
        input.subject().name(),
        totals.pages(),
        new Counts(totals.posts(), totals.posts(), 0, 0),
        totals.users(),
        totals.partialErrors(),
        checkpoint.gapsOf(name),
        tools.config().chargeUsd(totals.posts()));
  }
}
