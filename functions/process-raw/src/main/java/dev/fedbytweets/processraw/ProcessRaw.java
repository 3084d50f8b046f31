package dev.fedbytweets.processraw;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns every stored page that is not in bronze yet into rows of the three bronze tables: pages
/// of this run, and of earlier runs that died. One commit for each table and batch; memory does
/// not grow with the number of pages.
public final class ProcessRaw {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessRaw.class);

  private static final int MOST_ATTEMPTS = 10;

  private final LakeTables lake;
  private final InstantSource clock;
  private final PendingPages pending;
  private final PageSource source;
  private final SettingAside settingAside;
  private final int pagesAtOnce;

  /// @param pagesAtOnce how many pages one commit takes in at most
  /// @param metrics are told of rows that were set aside
  public ProcessRaw(
      LakeTables lake, ObjectStore store, InstantSource clock, int pagesAtOnce, Metrics metrics) {
    this.lake = Objects.requireNonNull(lake, "lake");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.pending = new PendingPages(store);
    this.source = new PageSource(store);
    this.settingAside = new SettingAside(store, metrics);
    this.pagesAtOnce = pagesAtOnce;
  }

  /// Works until nothing is left of what was there when it looked last, or the time is up; at
  /// least one page.
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
    BronzeTables tables = BronzeTables.of(lake);
    PageTally tally = new PageTally();
    Look look = look(tables);
    int overtaken = 0;
    while (!look.pages().isEmpty() && (tally.pages() == 0 || hasTime(deadline))) {
      Outcome outcome = load(run, tables, look, deadline, tally);
      if (outcome == Outcome.ALL_TAKEN && look.isComplete()) {
        look = look.taken();
        break;
      }
      overtaken = outcome == Outcome.OVERTAKEN ? overtaken + 1 : 0;
      if (overtaken == MOST_ATTEMPTS) {
        throw new RetryableException(
            "bronze: other attempts were faster %d times".formatted(overtaken));
      }
      look = look(tables);
    }
    LOG.atInfo().addKeyValue("pages", tally.pages()).log("pages are in bronze");
    return new ProcessRawOutput(
        look.pages().isEmpty() ? Progress.DONE : Progress.MORE,
        tally.pages(),
        tally.brokenPages(),
        tables.tweets().countsOf(run),
        tables.users().countsOf(run),
        tables.places().countsOf(run),
        tally.unknownFields(),
        tally.malformedFields());
  }

  private Look look(BronzeTables tables) {
    BronzePositions from = tables.positions();
    List<PendingPage> pages = pending.after(from.earliest(), pagesAtOnce);
    return new Look(from, pages, pages.size() < pagesAtOnce);
  }

  private Outcome load(
      RunName run, BronzeTables tables, Look look, Instant deadline, PageTally tally) {
    Instant importDate = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (BronzeLoad load = new BronzeLoad(tables, look.from(), importDate)) {
      int taken = 0;
      for (PendingPage page : look.pages()) {
        if (taken > 0 && !hasTime(deadline)) {
          break;
        }
        Optional<PageOutcome> outcome = source.read(page.key(), importDate);
        outcome.ifPresent(read -> note(page.key(), read, tally));
        outcome.ifPresentOrElse(read -> load.add(page, read), () -> load.pass(page));
        taken++;
      }
      if (!load.commit(run)) {
        return Outcome.OVERTAKEN;
      }
      return taken == look.pages().size() ? Outcome.ALL_TAKEN : Outcome.SOME_TAKEN;
    }
  }

  private void note(PageKey key, PageOutcome outcome, PageTally tally) {
    switch (outcome) {
      case ParsedPage parsed -> {
        settingAside.setAside(key, parsed);
        tally.add(parsed);
      }
      case BrokenPage broken -> {
        LOG.atWarn()
            .addKeyValue("page", key.key())
            .addKeyValue("reason", broken.reason())
            .log("page is broken");
        settingAside.setAside(key, broken);
        tally.addBroken();
      }
    }
  }

  private boolean hasTime(Instant deadline) {
    return clock.instant().isBefore(deadline);
  }

  /// What a load did with the pages of a look.
  private enum Outcome {
    ALL_TAKEN,
    SOME_TAKEN,
    OVERTAKEN
  }

  /// Where the tables are, and what there is for them.
  ///
  /// @param isComplete whether there is no page beyond these
  private record Look(BronzePositions from, List<PendingPage> pages, boolean isComplete) {

    Look taken() {
      return new Look(from, List.of(), true);
    }
  }
}
