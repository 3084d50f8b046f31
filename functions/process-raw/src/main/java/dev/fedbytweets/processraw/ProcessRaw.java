package dev.fedbytweets.processraw;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.processraw.PendingPages.PendingPage;
import dev.fedbytweets.processraw.page.BrokenPage;
import dev.fedbytweets.processraw.page.PageOutcome;
import dev.fedbytweets.processraw.page.ParsedPage;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns every stored page that is not in bronze yet into rows of the four bronze tables: pages
/// of this run, and of earlier runs that died. One commit for each table and batch; memory does
/// not grow with the number of pages.
public final class ProcessRaw {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessRaw.class);

  private static final int MOST_ATTEMPTS = 10;

  private final LakeTables lake;
  private final InstantSource clock;
  private final PendingPages pending;
  private final ObjectStore store;
  private final Supplier<Forgotten> forgotten;
  private final PageQuarantine quarantine;
  private final int pagesAtOnce;

  /// @param pagesAtOnce how many pages one commit takes in at most
  /// @param metrics counts the rows that are quarantined
  public ProcessRaw(
      LakeTables lake, ObjectStore store, InstantSource clock, int pagesAtOnce, Metrics metrics) {
    this(lake, store, clock, pagesAtOnce, metrics, () -> Forgotten.NOTHING);
  }

  /// @param pagesAtOnce how many pages one commit takes in at most
  /// @param metrics counts the rows that are quarantined
  /// @param forgotten what no row may be made of; asked once in each call
  public ProcessRaw(
      LakeTables lake,
      ObjectStore store,
      InstantSource clock,
      int pagesAtOnce,
      Metrics metrics,
      Supplier<Forgotten> forgotten) {
    this.lake = Objects.requireNonNull(lake, "lake");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.pending = new PendingPages(store);
    this.store = store;
    this.forgotten = Objects.requireNonNull(forgotten, "forgotten");
    this.quarantine = new PageQuarantine(store, metrics);
    this.pagesAtOnce = pagesAtOnce;
  }

  /// Loads pages until none is left or the time is up, at least one page if there is one.
  ///
  /// @param deadline after which no further page is read: what was read until then is committed
  /// @throws RetryableException if other attempts were faster again and again
  public ProcessRawOutput process(ProcessRawInput input, Instant deadline) {
    try {
      return process(input.run().name(), deadline);
    } catch (RuntimeException e) {
      throw TableFailures.classified("bronze", e);
    }
  }

  private ProcessRawOutput process(RunName run, Instant deadline) {
    PageSource source = new PageSource(store, forgotten.get());
    PageTally tally = new PageTally();
    int overtaken = 0;
    BronzeTables tables;
    Outcome outcome;
    do {
      tables = BronzeTables.of(lake);
      if (LostPositions.restore(tables, pending)) {
        tables = BronzeTables.of(lake);
      }
      outcome = load(run, tables, source, deadline, tally);
      overtaken = outcome == Outcome.OVERTAKEN ? overtaken + 1 : 0;
      if (overtaken == MOST_ATTEMPTS) {
        throw new RetryableException(
            "bronze: other attempts were faster %d times".formatted(overtaken));
      }
    } while (outcome != Outcome.NOTHING_LEFT && outcome != Outcome.TIME_IS_UP);
    LOG.atInfo().addKeyValue("pages", tally.pages()).log("pages are in bronze");
    return new ProcessRawOutput(
        outcome == Outcome.NOTHING_LEFT ? Progress.DONE : Progress.MORE,
        tally.pages(),
        tally.brokenPages(),
        tally.mendedPages(),
        tables.tweets().countsOf(run),
        tables.users().countsOf(run),
        tables.places().countsOf(run),
        tables.media().countsOf(run),
        tables.media().hasRows(),
        tally.unknownFields(),
        tally.malformedFields());
  }

  /// Loads the pages that the tables lack, as many as go into one commit.
  private Outcome load(
      RunName run, BronzeTables tables, PageSource source, Instant deadline, PageTally tally) {
    Instant importDate = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (BronzeLoad load = new BronzeLoad(tables, importDate)) {
      List<PendingPage> pages = pending.after(load.start(), pagesAtOnce);
      if (pages.isEmpty()) {
        return Outcome.NOTHING_LEFT;
      }
      if (tally.pages() > 0 && !hasTime(deadline)) {
        return Outcome.TIME_IS_UP;
      }
      int taken = take(pages, source, load, importDate, deadline, tally);
      if (!load.commit(run)) {
        return Outcome.OVERTAKEN;
      }
      boolean all = taken == pages.size() && pages.size() < pagesAtOnce;
      return all ? Outcome.NOTHING_LEFT : Outcome.PAGES_LOADED;
    }
  }

  /// Reads pages into a load until the time is up, at least one.
  ///
  /// @return how many
  private int take(
      List<PendingPage> pages,
      PageSource source,
      BronzeLoad load,
      Instant importDate,
      Instant deadline,
      PageTally tally) {
    try (PageReadAhead ahead =
        new PageReadAhead(
            source, importDate, (page, outcome) -> take(page, outcome, load, tally))) {
      int taken = 0;
      for (PendingPage page : pages) {
        if (taken > 0 && !hasTime(deadline)) {
          break;
        }
        ahead.add(page);
        taken++;
      }
      ahead.finish();
      return taken;
    }
  }

  /// Takes a page into a load. One that was announced but never stored is passed.
  private void take(
      PendingPage page, Optional<PageOutcome> outcome, BronzeLoad load, PageTally tally) {
    outcome.ifPresent(read -> quarantine.add(page.key(), read));
    switch (outcome.orElse(null)) {
      case ParsedPage parsed -> {
        if (parsed.mended()) {
          LOG.atWarn().addKeyValue("page", page.key().key()).log("page is mended");
        }
        tally.add(parsed);
        load.add(page, parsed);
      }
      case BrokenPage broken -> {
        LOG.atWarn()
            .addKeyValue("page", page.key().key())
            .addKeyValue("reason", broken.reason())
            .log("page is broken");
        tally.addBroken();
        load.pass(page);
      }
      case null -> load.pass(page);
    }
  }

  private boolean hasTime(Instant deadline) {
    return clock.instant().isBefore(deadline);
  }

  /// How loading a batch of pages ended.
  private enum Outcome {
    /// All pages that there are have been loaded.
    NOTHING_LEFT,
    /// Pages were loaded, and there may be more.
    PAGES_LOADED,
    /// There are pages, and no time for them.
    TIME_IS_UP,
    /// Another attempt has moved a table.
    OVERTAKEN
  }
}
