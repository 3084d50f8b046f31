package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.NextStep.Ask;
import dev.fedbytweets.gettweets.NextStep.Stop;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.gettweets.checkpoint.RunTotals;
import dev.fedbytweets.gettweets.checkpoint.WindowPlan;
import dev.fedbytweets.gettweets.x.Answer;
import dev.fedbytweets.gettweets.x.AnswerRules;
import dev.fedbytweets.gettweets.x.Pause;
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
final class Pass {

  private static final Logger log = LoggerFactory.getLogger(Pass.class);

  private final Tools tools;
  private final Subject subject;
  private final Run run;
  private final HeldCheckpoint held;
  private final Instant lastAsk;
  private final WindowPlan plan;
  private final Limits limits;

  /// As it is now, stored or not.
  private Checkpoint checkpoint;

  private boolean adopted;
  private boolean cut;
  private int asked;
  private Instant resumeAt;
  private Vocabulary spoken;

  /// @param lastAsk after this there is too little time for another page
  Pass(Tools tools, Subject subject, Run run, HeldCheckpoint held, Instant lastAsk) {
    this.tools = tools;
    this.subject = subject;
    this.run = run;
    this.held = held;
    this.lastAsk = lastAsk;
    this.limits = Limits.of(subject);
    this.plan = new WindowPlan(subject, run.name(), limits.pageSize());
    this.checkpoint = held.current();
  }

  /// How far collecting has come.
  Checkpoint checkpoint() {
    return checkpoint;
  }

  /// Goes on until something says stop.
  Stop run() {
    try {
      adoptStoredPages();
      Stop stop = proceed();
      if (held.holding() || adopted) {
        held.release(checkpoint);
      }
      return stop;
    } catch (RuntimeException e) {
      held.releaseAfter(e, checkpoint);
      throw e;
    }
  }

  /// An attempt that died after it had stored a page could not move the checkpoint. What it paid
  /// for is not asked for again.
  private void adoptStoredPages() {
    while (checkpoint.window() != null && checkpoint.run() != null) {
      Optional<PageMetadata> page = tools.pages().find(nextKey());
      if (page.isEmpty()) {
        return;
      }
      log.atInfo().addKeyValue("page", nextKey().key()).log("stored page adopted");
      moveTo(checkpoint.adopting(page.get()));
      adopted = true;
    }
  }

  private Stop proceed() {
    while (true) {
      moveTo(plan.ready(checkpoint, now()));
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
    if (checkpoint.completeFor(run.name())) {
      return NextStep.done(StopReason.WINDOW_COMPLETE);
    }
    Optional<StopReason> limit = limits.reached(checkpoint, run.name(), now);
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

  /// Asks for the next page, after what must come before that: the lease, the announcement, the
  /// stored checkpoint. A run that has just announced itself may turn out to have read all it may.
  private void advance() {
    if (!held.holding()) {
      held.save(checkpoint);
    }
    if (checkpoint.totals(run.name()).isEmpty()) {
      checkpoint = tools.claim().by(run, checkpoint);
      log.atInfo().addKeyValue("page", nextKey().key()).log("run announced its pages");
      return;
    }
    if (!held.isSafe(checkpoint)) {
      held.save(checkpoint);
    }
    ask();
  }

  private void ask() {
    PageKey key = nextKey();
    SearchRequest request = checkpoint.window().request(vocabulary());
    String asking = "subject '%s', page %s".formatted(subject.name(), key);
    XResponse response = answered(request, asking);
    switch (AnswerRules.of(response, asking)) {
      case Answer.Page page ->
          keep(key, tools.pages().store(key, request, response, page.envelope()));
      case Answer.Throttled _ -> pause(response);
      case Answer.TooOld old -> cut(old, asking);
      case Answer.UnknownNames unknown -> speakOther(unknown);
      case Answer.Failed failed -> throw failed.failure();
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
    moveTo(checkpoint.after(page));
    if (Integer.valueOf(0).equals(page.rateLimit().remaining())) {
      resumeAt = Pause.afterLastRequest(page.rateLimit(), 0, now());
    }
    log.atInfo()
        .addKeyValue("page", key.key())
        .addKeyValue("posts", page.posts())
        .log("page stored");
  }

  private void pause(XResponse response) {
    resumeAt = Pause.afterRefusal(response.rateLimit(), checkpoint.throttled(), now());
    log.atInfo().addKeyValue("resume_at", resumeAt.toString()).log("X wants a pause");
    checkpoint = checkpoint.throttled(checkpoint.throttled() + 1);
  }

  /// X's clock is ahead of this one. Once is enough to learn that.
  private void cut(Answer.TooOld old, String asking) {
    if (cut) {
      throw new RetryableException(
          "%s: X refuses the identifier that it asked for".formatted(asking), old.failure());
    }
    cut = true;
    moveTo(plan.cut(checkpoint, old.largerThan(), now()));
  }

  private void speakOther(Answer.UnknownNames unknown) {
    if (spoken != null) {
      throw unknown.failure();
    }
    spoken = vocabulary().other();
    log.atWarn().addKeyValue("vocabulary", spoken.word()).log("asking X in its other vocabulary");
  }

  private Vocabulary vocabulary() {
    return spoken == null
        ? checkpoint
            .totals(run.name())
            .map(RunTotals::vocabulary)
            .orElse(tools.config().x().vocabulary())
        : spoken;
  }

  private void moveTo(Checkpoint next) {
    if (!next.gaps().equals(checkpoint.gaps())) {
      Gap gap = next.gaps().getLast();
      log.atWarn()
          .addKeyValue("from", gap.from().toString())
          .addKeyValue("to", gap.to().toString())
          .log("gap put on record");
    }
    checkpoint = next;
  }

  private PageKey nextKey() {
    return checkpoint.run().nextPage(subject.name());
  }

  private Instant now() {
    return tools.clock().instant();
  }
}
