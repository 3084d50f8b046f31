package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Lease;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.checkpoint.SavedCheckpoint;
import dev.fedbytweets.gettweets.checkpoint.StoredPage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A subject's checkpoint in one invocation: the current one in memory, and the saved one in the
/// store. While X is asked, the current one is ahead by stored pages only, at most
/// [#MOST_UNSAVED_PAGES]: whoever adopts them gets from the saved one to the current one. Any other
/// change is saved first.
///
/// Each save renews the lease, the last one gives it back. The current checkpoint has no lease in
/// it. Not safe for use by several threads.
final class LeasedCheckpoint {

  /// By how many pages the current checkpoint may be ahead of the saved one.
  static final int MOST_UNSAVED_PAGES = 20;

  /// For clocks that differ.
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private final SavedCheckpoint saved;
  private final LeaseHolder holder;

  /// How long it takes at most to ask X for a page and to store it.
  private final Duration longestPage;

  private final InstantSource clock;
  private final ProgressReporter reporter;

  private Checkpoint current;
  private int unsavedPages;

  /// Whether the current checkpoint follows from the saved one and the unsaved pages.
  private boolean followsFromPages = true;

  private boolean held;

  /// @param callTimeout how long a call to X may take
  /// @param reporter is told of each save
  LeasedCheckpoint(
      SavedCheckpoint saved,
      LeaseHolder holder,
      Duration callTimeout,
      InstantSource clock,
      ProgressReporter reporter) {
    this.saved = saved;
    this.holder = holder;
    this.longestPage = callTimeout.plus(ObjectStore.LONGEST_WRITE);
    this.clock = clock;
    this.reporter = reporter;
    this.current = saved.checkpoint().withoutLease();
  }

  Checkpoint current() {
    return current;
  }

  /// When the lease of another holder ends; empty if there is none.
  Optional<Instant> heldByOtherUntil() {
    return Optional.ofNullable(saved.checkpoint().lease())
        .filter(lease -> lease.keepsOut(holder, clock.instant()))
        .map(Lease::until);
  }

  /// Whether this invocation has, or may have, the lease.
  boolean isHeld() {
    return held;
  }

  /// Moves the current checkpoint past a page that is stored.
  void apply(StoredPage page) {
    current = current.applying(page);
    unsavedPages++;
  }

  /// Changes the current checkpoint in any other way.
  void update(Checkpoint next) {
    followsFromPages &= next.equals(current);
    current = next;
  }

  /// Whether X may be asked for a page. If this invocation dies after the page is stored, the
  /// next one comes to the same checkpoint; and until the page is stored, no other invocation
  /// asks.
  boolean isSavedEnoughToAsk() {
    return held
        && followsFromPages
        && unsavedPages < MOST_UNSAVED_PAGES
        && leaseOutlasts(longestPage);
  }

  /// Whether a page may be stored: until it is stored, no other invocation asks.
  boolean outlastsStoring() {
    return leaseOutlasts(ObjectStore.LONGEST_WRITE);
  }

  /// Saves the current checkpoint, and takes or renews the lease for asking X for two pages and
  /// storing them.
  ///
  /// @throws dev.fedbytweets.core.failure.RetryableException if another invocation has saved
  ///     meanwhile
  void save() {
    held = true;
    Duration two = longestPage.plus(MARGIN).multipliedBy(2);
    save(current.withLease(new Lease(holder, clock.instant().plus(two))));
  }

  /// Saves the current checkpoint and gives the lease back, if there is anything to save or to
  /// give back.
  void release() {
    if (held || unsavedPages > 0) {
      save(current);
      held = false;
    }
  }

  /// [#release()] after a failure, so that the next try can go on at once. If that fails
  /// too, the next try has to wait until the lease ends.
  void releaseAfter(RuntimeException failure) {
    try {
      release();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private boolean leaseOutlasts(Duration time) {
    Instant needed = clock.instant().plus(time).plus(MARGIN);
    Lease lease = saved.checkpoint().lease();
    return lease != null && needed.isBefore(lease.until());
  }

  private void save(Checkpoint next) {
    Checkpoint before = saved.checkpoint();
    saved.save(next);
    reporter.saved(before, next);
    unsavedPages = 0;
    followsFromPages = true;
  }
}
