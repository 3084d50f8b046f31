package dev.fedbytweets.local.cli;

import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.storage.OldVersions;
import dev.fedbytweets.core.work.WorkAhead;
import dev.fedbytweets.forget.Forget;
import dev.fedbytweets.forget.ForgetReport;
import dev.fedbytweets.forget.ForgetSettings;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LooseFiles;
import dev.fedbytweets.local.query.FactSearch;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.Waiter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fulfils requests to forget, and says what was done. The lake is locked.
final class Forgetting {

  private final Terminal terminal;
  private final Lake lake;
  private final InstantSource clock;
  private final Forget forget;

  Forgetting(Terminal terminal, Lake lake, InstantSource clock) {
    this.terminal = terminal;
    this.lake = lake;
    this.clock = clock;
    this.forget = forget(lake, clock);
  }

  /// What forgets in a lake, or says what would go.
  static Forget forget(Lake lake, InstantSource clock) {
    return new Forget(
        lake.tables(),
        lake.store(),
        (forgotten, found) ->
            new LooseFiles(lake.directory()).search(forgotten, found)
                + new FactSearch(lake).search(forgotten, found),
        OldVersions.NONE,
        new ForgetSettings(WorkAhead.processors(), 1),
        clock);
  }

  /// Whether requests are waiting or were interrupted.
  boolean isAnyLeft() {
    return !ForgetRequest.batches(lake.store()).isEmpty() || !forget.pending().isEmpty();
  }

  /// Fulfils those.
  ///
  /// @return whether nothing of them is left
  boolean fulfilLeft() throws InterruptedException {
    beginWaiting();
    boolean isClean = true;
    for (String batch : forget.pending()) {
      terminal.say("forgetting " + batch);
      isClean &= finish(batch);
    }
    return isClean;
  }

  /// Fulfils a new request.
  ///
  /// @return whether nothing of it is left
  boolean fulfil(Map<ForgottenKind, List<String>> request, Optional<String> reason)
      throws InterruptedException {
    bringIntoTables();
    String batch = RunNames.next("forget", clock.instant()).name().value();
    forget.begin(batch, request, reason);
    return finish(batch);
  }

  /// Gives each request that waits a tombstone; then its identifiers go.
  private void beginWaiting() throws InterruptedException {
    List<String> waiting = ForgetRequest.batches(lake.store());
    if (!waiting.isEmpty()) {
      bringIntoTables();
    }
    waiting.forEach(forget::beginRequested);
  }

  private boolean finish(String batch) throws InterruptedException {
    ForgetReport report = reportOf(batch);
    if (report.requested().containsKey(ForgottenKind.SUBJECT.lowerCase())) {
      // What other subjects have is merged anew.
      bringIntoTables();
    }
    new ForgetReportLines(terminal).show(report, lake.store());
    return report.isClean();
  }

  private ForgetReport reportOf(String batch) {
    try {
      return forget.finish(
          batch, progress -> terminal.showProgress(() -> ForgetReportLines.step(progress.step())));
    } catch (RuntimeException e) {
      terminal.warn(
          "%s is begun and not finished: %s goes on with it"
              .formatted(batch, lake.directory().command("forget")));
      throw e;
    }
  }

  /// What goes with a user is known once all pages are in the tables.
  private void bringIntoTables() throws InterruptedException {
    Ingest ingest =
        new Ingest(
            lake.store(),
            lake.tables(),
            Optional.empty(),
            clock,
            Waiter.real(clock),
            ExecutionListener.NONE);
    if (!(ingest.run(RunNames.next("forget", clock.instant()), List.of())
        instanceof ExecutionResult.Succeeded)) {
      throw new RejectedException(
          "not all pages can be brought into the tables, so nothing was forgotten: %s says why"
              .formatted(lake.directory().command("run")));
    }
  }
}
