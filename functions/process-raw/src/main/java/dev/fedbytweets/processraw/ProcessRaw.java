package dev.fedbytweets.processraw;

import dev.fedbytweets.core.failure.RetryableException;
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
  public ProcessRaw(LakeTables lake, ObjectStore store, InstantSource clock, int pagesAtOnce) {
    this.lake = Objects.requireNonNull(lake, "lake");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.pending = new PendingPages(store);
    this.source = new PageSource(store);
    this.settingAside = new SettingAside(store);
    this.pagesAtOnce = pagesAtOnce;
  }

  /// Works until nothing is left or the time is up; at least one page.
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
    int overtaken = 0;
    List<PendingPage> pages = pending.after(tables.earliest(), pagesAtOnce);
    while (!pages.isEmpty() && (tally.pages() == 0 || hasTime(deadline))) {
      boolean committed = load(run, tables, pages, deadline, tally);
      overtaken = committed ? 0 : overtaken + 1;
      if (overtaken == MOST_ATTEMPTS) {
        throw new RetryableException(
            "bronze: other attempts were faster %d times".formatted(overtaken));
      }
      pages = pending.after(tables.earliest(), pagesAtOnce);
    }
    LOG.atInfo().addKeyValue("pages", tally.pages()).log("pages are in bronze");
    return new ProcessRawOutput(
        pages.isEmpty() ? Progress.DONE : Progress.MORE,
        tally.pages(),
        tally.brokenPages(),
        tables.tweets().countsOf(run),
        tables.users().countsOf(run),
        tables.places().countsOf(run),
        tally.unknownFields(),
        tally.malformedFields());
  }

  private boolean load(
      RunName run,
      BronzeTables tables,
      List<PendingPage> pages,
      Instant deadline,
      PageTally tally) {
    Instant importDate = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (BronzeLoad load = new BronzeLoad(tables, importDate)) {
      int taken = 0;
      for (PendingPage page : pages) {
        if (taken > 0 && !hasTime(deadline)) {
          break;
        }
        Optional<PageOutcome> outcome = source.read(page.key(), importDate);
        outcome.ifPresent(read -> note(page.key(), read, tally));
        outcome.ifPresentOrElse(read -> load.add(page, read), () -> load.pass(page));
        taken++;
      }
      return load.commit(run);
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
}
