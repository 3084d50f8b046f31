package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CollectingRun;
import dev.fedbytweets.gettweets.checkpoint.StoredPage;
import dev.fedbytweets.gettweets.checkpoint.Window;
import dev.fedbytweets.gettweets.checkpoint.WindowPlanner;
import dev.fedbytweets.gettweets.x.AttachedMedia;
import dev.fedbytweets.gettweets.x.ResponseClassifier;
import dev.fedbytweets.gettweets.x.SearchOutcome;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.Vocabulary;
import dev.fedbytweets.xclient.NoAnswer;
import dev.fedbytweets.xclient.RateLimitBackoff;
import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects a subject's window in one invocation, until it is read to its end or something says
/// stop. The numbers in the comments are the steps in the package's description.
///
/// Log lines name pages; run and subject are in the caller's logging context. Not safe for use by
/// several threads.
final class WindowCollector {

  private static final Logger LOG = LoggerFactory.getLogger(WindowCollector.class);

  private final CollectorContext context;
  private final Subject subject;
  private final Run run;
  private final LeasedCheckpoint leased;
  private final Instant lastAsk;
  private final WindowPlanner planner;
  private final PostLimits limits;
  private final ClockCheck clock;

  /// Pages asked for and stored by this invocation.
  private int collected;

  /// When X may be asked again; null as long as it may be asked now.
  private @Nullable Instant resumeAt;

  /// The vocabulary to which this invocation changed; null if it did not.
  private @Nullable Vocabulary changedVocabulary;

  private boolean beginningRaised;

  /// Whether a page token was left and the window is asked for as it was before.
  private boolean tokenLeft;

  /// @param leased the subject's checkpoint, not leased by another holder
  /// @param lastAsk after this there is too little time for another page
  WindowCollector(
      CollectorContext context,
      Subject subject,
      Run run,
      LeasedCheckpoint leased,
      ClockCheck clock,
      Instant lastAsk) {
    this.context = context;
    this.subject = subject;
    this.run = run;
    this.leased = leased;
    this.lastAsk = lastAsk;
    this.clock = clock;
    this.limits = PostLimits.of(subject);
    this.planner =
        new WindowPlanner(subject, run.name(), limits.pageSize(), context.config().windowOverlap());
  }

  /// Collects until something says stop.
  CollectorResult collect() {
    try {
      adoptStoredPages(); // 2
      CollectorResult stop = collectPages();
      leased.release(); // 9
      return stop;
    } catch (RuntimeException e) {
      leased.releaseAfter(e);
      throw e;
    }
  }

  private CollectorResult collectPages() {
    if (!checkpoint().isCompleteFor(run.name())) {
      checkClock(); // 3
    }
    while (true) {
      leased.update(planner.plan(checkpoint(), now())); // 3
      Optional<CollectorResult> stop = stop(); // 4
      if (stop.isPresent()) {
        return stop.get();
      }
      if (!leased.isHeld()) {
        leased.save(); // 5
      }
      if (checkpoint().stateOf(run.name()).isEmpty()) {
        announce(); // 6
      } else if (leased.isSavedEnoughToAsk()) {
        collectPage(); // 8
      } else {
        leased.save(); // 7
      }
    }
  }

  /// An invocation that died has stored pages that the saved checkpoint does not know. They are
  /// paid for and are not asked for again.
  private void adoptStoredPages() {
    Optional<StoredPage> page = context.pages().nextUnknown(checkpoint());
    while (page.isPresent()) {
      LOG.atInfo().addKeyValue("page", nextKey().key()).log("stored page adopted");
      leased.apply(page.get());
      page = context.pages().nextUnknown(checkpoint());
    }
  }

  private Optional<CollectorResult> stop() {
    Instant now = now();
    if (checkpoint().isCompleteFor(run.name())) {
      return Optional.of(CollectorResult.done(StopReason.WINDOW_COMPLETE));
    }
    Optional<StopReason> limit = limits.reached(checkpoint(), run.name(), now);
    if (limit.isPresent()) {
      return limit.map(this::reason).map(CollectorResult::done);
    }
    if (resumeAt != null) {
      return Optional.of(pause(resumeAt));
    }
    if (collected >= context.config().pagesPerInvocation()) {
      return Optional.of(CollectorResult.more(StopReason.PAGE_LIMIT));
    }
    return now.isAfter(lastAsk)
        ? Optional.of(CollectorResult.more(StopReason.TIME_LIMIT))
        : Optional.empty();
  }

  /// A run that may not read a page of its own window, because it has read an earlier run's to its
  /// end, leaves nothing behind.
  private StopReason reason(StopReason limit) {
    return limit == StopReason.RUN_LIMIT && !checkpoint().currentWindow().started()
        ? StopReason.WINDOW_COMPLETE
        : limit;
  }

  /// A pause that the run outlasts is waited for. Another one ends its collecting: what it has read
  /// is processed, and the next run goes on.
  private CollectorResult pause(Instant end) {
    return end.isAfter(run.startedAt().plus(context.config().collectingTime()))
        ? CollectorResult.done(StopReason.RATE_LIMIT)
        : CollectorResult.waitUntil(end, StopReason.RATE_LIMIT);
  }

  /// Makes the run the one that collects. The pages that it has stored before, if it comes back
  /// after another run, may already reach a limit: the caller checks again.
  private void announce() {
    leased.update(context.announcement().announce(run, checkpoint()));
    LOG.atInfo().addKeyValue("page", nextKey().key()).log("run announced its pages");
  }

  /// Asks X for the next page of the window and stores it.
  private void collectPage() {
    PageKey key = nextKey();
    SearchRequest request = checkpoint().currentWindow().nextRequest(vocabulary(), media());
    String asked = "subject '%s', page %s".formatted(subject.name(), key);
    XResponse response = search(request, asked);
    SearchOutcome outcome = ResponseClassifier.classify(response, asked);
    boolean mayBeCharged =
        outcome instanceof SearchOutcome.Page || outcome instanceof SearchOutcome.Unreadable;
    if (!mayBeCharged) {
      clock.check(response.clockAhead());
    }
    switch (outcome) {
      case SearchOutcome.Page page -> {
        if (!leased.outlastsStoring()) {
          keepReadable(key);
        }
        StoredPage stored =
            context.pages().store(key, request, ClockCheck.byXsClock(response), page.envelope());
        advance(key, stored);
        clock.check(response.clockAhead());
      }
      case SearchOutcome.Unreadable unreadable -> {
        LakeException failure = failure(unreadable, asked);
        if (!leased.outlastsStoring()) {
          keepReadable(key);
        }
        quarantine(key, request, ClockCheck.byXsClock(response), unreadable);
        clock.check(response.clockAhead());
        if (isAskedNext(request)) {
          throw failure;
        }
      }
      case SearchOutcome.Throttled _ -> backOff(response);
      case SearchOutcome.TooOld tooOld -> raiseBeginning(tooOld, asked);
      case SearchOutcome.UnknownNames unknown -> changeVocabulary(unknown);
      case SearchOutcome.RefusedToken refused -> leaveToken(request, refused);
      case SearchOutcome.RefusedRequest refused -> changeQuery(refused);
      case SearchOutcome.PaymentRequired unpaid -> {
        context.metrics().put(Metric.PAYMENT_REQUIRED, 1);
        throw unpaid.failure();
      }
      case SearchOutcome.Failed failed -> throw failed.failure();
    }
  }

  /// This invocation slept while X was asked. If another one has taken over meanwhile, readers may
  /// have passed the pages of this run: the paid page is announced once more, so that they find it.
  private void keepReadable(PageKey key) {
    try {
      leased.save();
    } catch (RetryableException e) {
      LOG.atWarn().setCause(e).addKeyValue("page", key.key()).log("page announced once more");
      context.announcement().announceAgain(key, checkpoint());
    }
  }

  /// Before anything is planned by this machine's clock, or paid.
  private void checkClock() {
    try {
      clock.check(context.x().clockAhead());
    } catch (IOException _) {
      LOG.atInfo().log("X does not tell its time: the search will");
    }
  }

  private XResponse search(SearchRequest request, String asked) {
    try {
      return context.x().search(request);
    } catch (IOException e) {
      String cause = NoAnswer.cause(e, context.config().x().address());
      throw new RetryableException("%s: no answer came from X: %s".formatted(asked, cause), e);
    }
  }

  /// Moves the checkpoint past a page that is stored.
  private void advance(PageKey key, StoredPage stored) {
    PageMetadata page = stored.metadata();
    collected++;
    leased.apply(stored);
    if (Integer.valueOf(0).equals(page.rateLimit().remaining())) {
      resumeAt = RateLimitBackoff.afterLastRequest(page.rateLimit(), 0, now());
    }
    LOG.atInfo()
        .addKeyValue("page", key.key())
        .addKeyValue("posts", page.contents().posts())
        .log("page stored");
  }

  /// Keeps an answer that cannot be read, and counts the posts that X may charge for it.
  private void quarantine(
      PageKey key, SearchRequest request, XResponse response, SearchOutcome.Unreadable unreadable) {
    StoredPage stored = context.pages().quarantine(key, request, response, unreadable.seen());
    leased.apply(stored);
    context.metrics().put(Metric.ROWS_QUARANTINED, 1);
    LOG.atWarn()
        .addKeyValue("page", LakeLayout.quarantined(key))
        .addKeyValue("reason", unreadable.reason())
        .log("X's answer cannot be read and is quarantined");
  }

  /// The first time the next try asks once more, after that the next run.
  private LakeException failure(SearchOutcome.Unreadable unreadable, String asked) {
    String problem = "%s: the answer of X is no page: %s".formatted(asked, unreadable.reason());
    return checkpoint().currentWindow().progress().unreadableSince() == null
        ? new RetryableException(problem)
        : new RejectedException(problem + ", though it was asked again");
  }

  private boolean isAskedNext(SearchRequest request) {
    Window window = checkpoint().window();
    return window != null && window.nextRequest(vocabulary(), media()).equals(request);
  }

  private void backOff(XResponse response) {
    int refusals = checkpoint().throttled();
    Instant resume = RateLimitBackoff.afterRefusal(response.rateLimit(), refusals, now());
    LOG.atInfo().addKeyValue("resume_at", resume.toString()).log("X refused for its rate limit");
    resumeAt = resume;
    leased.update(checkpoint().withThrottled(refusals + 1));
  }

  /// X's clock is ahead of this one. Once is enough to learn that.
  private void raiseBeginning(SearchOutcome.TooOld tooOld, String asked) {
    if (beginningRaised) {
      throw new RetryableException(
          "%s: X refuses the identifier that it asked for".formatted(asked), tooOld.failure());
    }
    beginningRaised = true;
    leased.update(planner.raiseBeginning(checkpoint(), tooOld.largerThan(), now()));
  }

  /// X does not take the page token any more, or never gave it. Once is enough where nothing was
  /// read since the window was last asked for without one.
  private void leaveToken(SearchRequest asked, SearchOutcome.RefusedToken refused) {
    Checkpoint rest = planner.leaveToken(checkpoint());
    boolean sameRest =
        rest.window() != null
            && rest.currentWindow().criteria().equals(checkpoint().currentWindow().criteria());
    if (asked.token() == null || sameRest && tokenLeft) {
      throw refused.failure();
    }
    LOG.atWarn().log("X refused its page token: going on below the posts that are read");
    tokenLeft |= sameRest;
    leased.update(rest);
  }

  /// The query of a window that an earlier run began may be one that X refuses, and mended since.
  private void changeQuery(SearchOutcome.RefusedRequest refused) {
    Checkpoint rest = planner.changeQuery(checkpoint()).orElseThrow(refused::failure);
    LOG.atWarn().log("X refused the window's query: going on with the subject's query");
    leased.update(rest);
  }

  private void changeVocabulary(SearchOutcome.UnknownNames unknown) {
    if (changedVocabulary != null) {
      throw unknown.failure();
    }
    Vocabulary other = vocabulary().other();
    LOG.atWarn().addKeyValue("vocabulary", other.word()).log("asking X in its other vocabulary");
    changedVocabulary = other;
  }

  /// The vocabulary in which X answered this run last, unless this invocation changed it.
  private Vocabulary vocabulary() {
    return changedVocabulary == null
        ? checkpoint()
            .stateOf(run.name())
            .map(CollectingRun::vocabulary)
            .orElse(context.config().x().vocabulary())
        : changedVocabulary;
  }

  private AttachedMedia media() {
    return subject.asksForMedia() ? AttachedMedia.EXPANDED : AttachedMedia.LEFT_OUT;
  }

  private Checkpoint checkpoint() {
    return leased.current();
  }

  private PageKey nextKey() {
    return checkpoint().nextPage().orElseThrow();
  }

  private Instant now() {
    return context.clock().instant();
  }
}
