package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far collecting a subject has come. A pure value: [#applying(StoredPage)] is the rule by
/// which a stored page moves it.
///
/// @param subject that is collected
/// @param coverage what is collected
/// @param window what is being collected after that; null between windows
/// @param run the one that is collecting, or collected last; null before the first
/// @param lease of the invocation that is collecting; null if there is none
/// @param throttled how often in a row X has refused for its rate limit
/// @param posts how many posts were read
public record Checkpoint(
    SubjectName subject,
    Coverage coverage,
    @Nullable Window window,
    @Nullable CollectingRun run,
    @Nullable Lease lease,
    int throttled,
    PostCounts posts) {

  public Checkpoint {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(posts, "posts");
  }

  /// The checkpoint of a subject that was never collected.
  public static Checkpoint start(SubjectName subject) {
    return new Checkpoint(subject, Coverage.NONE, null, null, null, 0, PostCounts.NONE);
  }

  /// The state of a run, if it is the one that collected last.
  public Optional<CollectingRun> stateOf(RunName name) {
    return Optional.ofNullable(run).filter(state -> state.name().equals(name));
  }

  /// Whether a run has read a window of its own to its end.
  public boolean isCompleteFor(RunName name) {
    return stateOf(name).map(CollectingRun::complete).orElse(false);
  }

  /// The window that is being read.
  ///
  /// @throws IllegalStateException between windows
  public Window currentWindow() {
    if (window == null) {
      throw new IllegalStateException("no window of subject '%s' is open".formatted(subject));
    }
    return window;
  }

  /// The key of the page that the last run stores next; empty before the first run.
  public Optional<PageKey> nextPage() {
    return Optional.ofNullable(run).map(last -> last.nextPage(subject));
  }

  /// With a page that is stored: the one after the last page of the last run. If it answers what
  /// the window asks for next, the window moves on; after its last page the window is complete.
  /// Otherwise the page is counted only: another invocation of the run had asked for it, but too
  /// late to move the checkpoint.
  public Checkpoint applying(StoredPage stored) {
    PageMetadata page = stored.metadata();
    Checkpoint counted = counting(stored);
    if (window == null || !window.isContinuedBy(page)) {
      return counted;
    }
    if (stored.isUnreadable()) {
      return UnreadablePages.after(counted, stored);
    }
    Checkpoint read =
        counted
            .with(window.filling(coverage, page.contents().oldestId()))
            .withWindow(window.after(stored))
            .countingOverlap(stored.ids());
    return window.isEndedBy(stored) ? read.ending(stored) : read;
  }

  private Checkpoint counting(StoredPage page) {
    return new Checkpoint(
        subject, coverage, window, lastRun().plus(page), lease, 0, posts.plus(page.metadata()));
  }

  /// With the posts of a page counted that a window before has covered. What is searched anew comes
  /// again as a matter of course, or was asked for in other words.
  private Checkpoint countingOverlap(List<Long> ids) {
    List<Long> covered = currentWindow().from() == null ? coverage.covered(ids) : List.<Long>of();
    if (covered.isEmpty()) {
      return this;
    }
    List<Long> late = coverage.late(covered);
    RunTotals totals = lastRun().totals().plusOverlap(covered.size() - late.size(), late.size());
    return with(coverage.withLate(late)).withRun(lastRun().withTotals(totals));
  }

  private Checkpoint ending(StoredPage last) {
    Window read = currentWindow();
    return SearchHorizon.gapAtBeginning(read, coverage.until(), last, lastRun().name())
        .map(this::with)
        .orElseGet(() -> with(read.filling(coverage, read.criteria().sinceId())))
        .completed();
  }

  /// With the open window read to its end. The run that opened it has done its part.
  Checkpoint completed() {
    Window read = currentWindow();
    Checkpoint covered = with(coverage.with(read)).withWindow(null);
    return stateOf(read.openedBy())
        .map(CollectingRun::completed)
        .map(covered::withRun)
        .orElse(covered);
  }

  /// With one more gap on record.
  Checkpoint with(Gap gap) {
    return with(coverage.with(gap));
  }

  /// With another window, or none if null.
  Checkpoint withWindow(@Nullable Window other) {
    return new Checkpoint(subject, coverage, other, run, lease, throttled, posts);
  }

  /// With a run in place of the last one.
  public Checkpoint withRun(CollectingRun other) {
    return new Checkpoint(subject, coverage, window, other, lease, throttled, posts);
  }

  public Checkpoint withLease(Lease other) {
    return new Checkpoint(subject, coverage, window, run, other, throttled, posts);
  }

  public Checkpoint withoutLease() {
    return new Checkpoint(subject, coverage, window, run, null, throttled, posts);
  }

  /// With this many refusals in a row.
  public Checkpoint withThrottled(int times) {
    return new Checkpoint(subject, coverage, window, run, lease, times, posts);
  }

  /// With other coverage.
  public Checkpoint with(Coverage other) {
    return new Checkpoint(subject, other, window, run, lease, throttled, posts);
  }

  CollectingRun lastRun() {
    return Objects.requireNonNull(run, "run");
  }
}
