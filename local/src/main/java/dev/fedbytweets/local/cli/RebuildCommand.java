package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.Rebuild;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.Waiter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./lake rebuild`: makes the tables anew from the raw pages.
@Command(
    name = "rebuild",
    description =
        "Makes the tables anew from the raw pages, which stay as they are. Costs nothing at X. Also"
            + " for a lake that was moved, or pages brought from elsewhere.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (LockedLake locked = LockedLake.openEmptied(common.lake())) {
      Lake lake = locked.lake();
      long pages = new Rebuild(lake.store()).announceAll();
      terminal.say("  the tables are made anew from %,d pages".formatted(pages));
      Ingest ingest =
          new Ingest(
              lake.store(),
              lake.tables(),
              Optional.empty(),
              clock,
              Waiter.real(clock),
              new RunProgress(terminal));
      Run run = RunNames.next("rebuild", clock.instant());
      RunReport.show(terminal, run, ingest.run(run, List.of()));
    }
    return 0;
  }
}
