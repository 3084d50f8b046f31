package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.Rebuild;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.local.status.LostPages;
import dev.fedbytweets.states.Waiter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./lake rebuild`: makes the tables anew from the raw pages.
@Command(
    name = "rebuild",
    header = "Make the tables anew from the raw pages.",
    description =
        "Makes the tables anew from the raw pages, which stay as they are. Costs nothing at X. Also"
            + " for tables that lost files, and for pages brought from elsewhere.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private GoldOption gold;

  @Option(
      names = "--yes",
      description = "Go on if raw pages are gone whose rows are in the tables: they are dropped.")
  private boolean yes;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LakeDirectory directory = common.lake();
    try (LockedLake locked =
        LockedLake.openEmptied(directory, () -> requireConsent(lost(directory)))) {
      Lake lake = locked.lake();
      Rebuild.Sources sources = new Rebuild(lake.store()).announceAll();
      if (!sources.missing().isEmpty()) {
        terminal.say("  " + MissingPages.inJournal(sources.missing()));
      }
      terminal.say("  the tables are made anew from " + Plural.of(sources.pages(), "page"));
      RunProgress progress = new RunProgress(terminal);
      Ingest ingest =
          new Ingest(
              lake.store(), lake.tables(), Optional.empty(), clock, Waiter.real(clock), progress);
      Run run = RunNames.next("rebuild", clock.instant());
      RunReport.show(terminal, run, ingest.run(run, List.of()), progress);
      if (!gold.isOff()) {
        new Gold(terminal, lake, clock).update();
      }
    }
    return 0;
  }

  /// The pages whose rows only the tables have; none if these cannot be read.
  private static List<PageKey> lost(LakeDirectory directory) {
    try (Lake lake = Lake.open(directory)) {
      return LostPages.of(lake);
    } catch (RuntimeException _) {
      // Tables that cannot be read are what a rebuild is for.
      return List.of();
    }
  }

  private void requireConsent(List<PageKey> lost) {
    if (lost.isEmpty()) {
      return;
    }
    terminal.say(MissingPages.inTables(lost));
    if (yes) {
      return;
    }
    if (!terminal.kind().asks()) {
      throw new RejectedException(
          "a rebuild would drop these rows, so nothing was changed: bring the pages back, or call it"
              + " with --yes");
    }
    if (!terminal.agrees("A rebuild drops these rows. Go on?")) {
      throw new RejectedException("nothing was changed");
    }
  }
}
