package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Lease;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.checkpoint.StoredCheckpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A subject's checkpoint in the hands of one invocation: as it is now, and as it is stored. The
/// stored one may be behind by pages alone, a few of them: they are stored too, and who takes
/// them after it comes to the one of now. Whatever else changes is stored before X is asked.
///
/// Each time it is stored the lease is renewed, the last time it is given back. CheckpointStore
// that
/// come in and go out have no lease in them.
final class LeasedCheckpoint {

  /// As many pages the stored checkpoint may be behind.
  static final int MOST_PAGES_BEHIND = 20;

  private static final Lease NONE = null;

  private final StoredCheckpoint stored;
  private final LeaseHolder holder;
  private final Duration callTimeout;
  private final InstantSource clock;
  private final ProgressReporter news;

  private Checkpoint current;

  /// Pages by which the stored checkpoint is behind.
  private int pagesBehind;

  /// Whether the current checkpoint follows from the stored one and these pages.
  private boolean follows = true;

  private boolean holding;

  /// @param news is told of each step of the stored checkpoint
  LeasedCheckpoint(
      StoredCheckpoint stored,
      LeaseHolder holder,
      Duration callTimeout,
      InstantSource clock,
      ProgressReporter news) {
    this.stored = stored;
    this.holder = holder;
    this.callTimeout = callTimeout;
    this.clock = clock;
    this.news = news;
    this.current = stored.checkpoint().with(NONE);
  }

  /// As it is now.
  Checkpoint current() {
    return current;
  }

  /// When the lease of another holder ends; empty if there is none.
  Optional<Instant> heldByOtherUntil() {
    return Optional.ofNullable(stored.checkpoint().lease())
        .filter(lease -> lease.keepsOut(holder, clock.instant()))
        .map(Lease::until);
  }

  /// Whether this invocation has, or may have, the lease.
  boolean holding() {
    return holding;
  }

  /// Takes a page in that is stored: the one after the last.
  void take(PageMetadata page) {
    current = current.adopting(page);
    pagesBehind++;
  }

  /// Changes the checkpoint by anything but a page.
  void become(Checkpoint next) {
    follows &= next.equals(current);
    current = next;
  }

  /// Whether X may be asked: should this invocation die with the answer in its hands, the next
  /// one finds everything up to here; and until this one has stored the answer, no other asks.
  boolean isSafe() {
    return holding && follows && pagesBehind < MOST_PAGES_BEHIND && lasts();
  }

  /// Stores the checkpoint and takes or renews the lease: two calls to X long.
  void save() {
    holding = true;
    store(new Lease(holder, clock.instant().plus(callTimeout.multipliedBy(2))));
  }

  /// Stores the checkpoint and gives the lease back, if there is anything to store or give back.
  void release() {
    if (holding || pagesBehind > 0) {
      store(NONE);
      holding = false;
    }
  }

  /// Gives the lease back after a failure, so that the next try can go on at once. If that fails
  /// too, the next try is told to wait until the lease ends.
  void releaseAfter(RuntimeException failure) {
    if (holding) {
      try {
        release();
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }

  /// Whether the lease lasts for a call and what follows it.
  private boolean lasts() {
    Instant kept = clock.instant().plus(callTimeout.multipliedBy(3).dividedBy(2));
    return kept.isBefore(stored.checkpoint().lease().until());
  }

  private void store(Lease lease) {
    Checkpoint before = stored.checkpoint();
    stored.move(current.with(lease));
    news.moved(before, current);
    pagesBehind = 0;
    follows = true;
  }
}
