package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.NextStep.Ask;
import dev.fedbytweets.gettweets.NextStep.Stop;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.RunState;
import dev.fedbytweets.gettweets.checkpoint.WindowPlanner;
import dev.fedbytweets.gettweets.x.RateLimitBackoff;
import dev.fedbytweets.gettweets.x.ResponseClassifier;
import dev.fedbytweets.gettweets.x.SearchOutcome;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.Vocabulary;
import dev.fedbytweets.gettweets.x.XResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One invocation's way through a subject's window. Its log lines name pages; run and subject
/// stand in the logging context of who calls.
final class WindowCollector {

  private static final Logger log = LoggerFactory.getLogger(WindowCollector.class);

  private final CollectorContext tools;
  private final Subject subject;
  private final Run run;
  private final LeasedCheckpoint held;
  private final Instant lastAsk;
  private final WindowPlanner plan;
  private final PostLimits limits;

  private boolean cut;
  private int asked;
  private Instant resumeAt;
  private Vocabulary spoken;

  /// @param lastAsk after this there is too little time for another page
  WindowCollector(
      CollectorContext tools, Subject subject, Run run, LeasedCheckpoint held, Instant lastAsk) {
    this.tools = tools;
    this.subject = subject;
    this.run = run;
    this.held = held;
    this.lastAsk = lastAsk;
    this.limits = PostLimits.of(subject);
    this.plan = new WindowPlanner(subject, run.name(), limits.pageSize());
  }

  /// Goes on until something says stop.
  Stop run() {
    try {
      adoptStoredPages();
      Stop stop = proceed();
      held.release();
      return stop;
    } catch (RuntimeException e) {
      held.releaseAfter(e);
      throw e;
    }
  }

  /// An invocation that died has stored pages that the stored checkpoint does not know. What it
  /// paid for is not asked for again.
  private void adoptStoredPages() {
    Optional<PageMetadata> page = tools.pages().after(checkpoint());
    while (page.isPresent()) {
      log.atInfo().addKeyValue("page", nextKey().key()).log("stored page adopted");
      held.take(page.get());
      page = tools.pages().after(checkpoint());
    }
  }

  private Stop proceed() {
    while (true) {
      held.become(plan.ready(checkpoint(), now()));
      switch (next()) {
        case Stop stop -> {
          return stop;
        }
        case Ask _ -> advance();
      }
    }
  }

  private NextStep next() {
    Instant now = now();
    if (checkpoint().completeFor(run.name())) {
      return NextStep.done(StopReason.WINDOW_COMPLETE);
    }
    Optional<StopReason> limit = limits.reached(checkpoint(), run.name(), now);
    if (limit.isPresent()) {
      return NextStep.done(limit.get());
    }
    if (resumeAt != null) {
      return NextStep.waiting(StopReason.RATE_LIMIT, resumeAt);
    }
    if (asked >= tools.config().pagesPerInvocation()) {
      return NextStep.more(StopReason.PAGE_LIMIT);
    }
    return now.isAfter(lastAsk) ? NextStep.more(StopReason.TIME_LIMIT) : new Ask();
  }

  /// Asks for the next page, after what must come before that: the lease, the announcement, a
  /// stored checkpoint. A run that has just announced itself may turn out to have read all it may.
  private void advance() {
    if (!held.holding()) {
      held.save();
    }
    if (checkpoint().totals(run.name()).isEmpty()) {
      held.become(tools.claim().by(run, checkpoint()));
      log.atInfo().addKeyValue("page", nextKey().key()).log("run announced its pages");
      return;
    }
    if (!held.isSafe()) {
      held.save();
    }
    ask();
  }

  private void ask() {
    PageKey key = nextKey();
    SearchRequest request = checkpoint().window().request(vocabulary());
    String asking = "subject '%s', page %s".formatted(subject.name(), key);
    XResponse response = answered(request, asking);
    switch (ResponseClassifier.of(response, asking)) {
      case SearchOutcome.Page page ->
          keep(key, tools.pages().store(key, request, response, page.envelope()));
      case SearchOutcome.Throttled _ -> pause(response);
      case SearchOutcome.TooOld old -> cut(old, asking);
      case SearchOutcome.UnknownNames unknown -> speakOther(unknown);
      case SearchOutcome.PaymentRequired unpaid -> {
        tools.metrics().put(Metric.PAYMENT_REQUIRED, 1);
        throw unpaid.failure();
      }
      case SearchOutcome.Failed failed -> throw failed.failure();
    }
  }

  private XResponse answered(SearchRequest request, String asking) {
    try {
      return tools.x().search(request);
    } catch (IOException e) {
      throw new RetryableException("%s: no answer came from X".formatted(asking), e);
    }
  }

  private void keep(PageKey key, PageMetadata page) {
    asked++;
    held.take(page);
    if (Integer.valueOf(0).equals(page.rateLimit().remaining())) {
      resumeAt = RateLimitBackoff.afterLastRequest(page.rateLimit(), 0, now());
    }
    log.atInfo()
        .addKeyValue("page", key.key())
        .addKeyValue("posts", page.posts())
        .log("page stored");
  }

  private void pause(XResponse response) {
    resumeAt = RateLimitBackoff.afterRefusal(response.rateLimit(), checkpoint().throttled(), now());
    log.atInfo().addKeyValue("resume_at", resumeAt.toString()).log("X wants a pause");
    held.become(checkpoint().throttled(checkpoint().throttled() + 1));
  }

  /// X's clock is ahead of this one. Once is enough to learn that.
  private void cut(SearchOutcome.TooOld old, String asking) {
    if (cut) {
      throw new RetryableException(
          "%s: X refuses the identifier that it asked for".formatted(asking), old.failure());
    }
    cut = true;
    held.become(plan.cut(checkpoint(), old.largerThan(), now()));
  }

  private void speakOther(SearchOutcome.UnknownNames unknown) {
    if (spoken != null) {
      throw unknown.failure();
    }
    spoken = vocabulary().other();
    log.atWarn().addKeyValue("vocabulary", spoken.word()).log("asking X in its other vocabulary");
  }

  private Vocabulary vocabulary() {
    return spoken == null
        ? checkpoint()
            .totals(run.name())
            .map(RunState::vocabulary)
            .orElse(tools.config().x().vocabulary())
        : spoken;
  }

  private Checkpoint checkpoint() {
    return held.current();
  }

  private PageKey nextKey() {
    return checkpoint().run().nextPage(subject.name());
  }

  private Instant now() {
    return tools.clock().instant();
  }
}
