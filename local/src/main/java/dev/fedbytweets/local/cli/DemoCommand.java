package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.demo.Demo;
import dev.fedbytweets.local.demo.DemoFacts;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.local.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./lake demo`: the whole system on made-up posts.
@Command(
    name = "demo",
    header = "Show everything on made-up posts: needs no account, costs nothing.",
    description =
        "Makes two scheduled runs against a built-in stand-in of X, seven hours apart, and answers a few"
            + " questions. Shown again, it makes the next two.",
    footerHeading = "%nExamples:%n",
    footer = {"  lake demo", "  lake query \"SELECT * FROM silver.tweets LIMIT 5\""},
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final int RUNS = 2;

  @Mixin private CommonOptions common;

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (LockedLake locked = LockedLake.open(common.lake(), terminal);
        Demo demo = Demo.in(locked.lake())) {
      terminal.print("A lake of made-up posts, collected from a stand-in of X. Subjects:");
      for (Subject subject : demo.subjects()) {
        terminal.print("  %-10s  %s".formatted(subject.name(), subject.query()));
      }
      for (int number = 1; number <= RUNS; number++) {
        terminal.print("");
        terminal.print("Scheduled run at %s".formatted(demo.next()));
        terminal.out().flush();
        Run run = demo.nextRun();
        RunProgress progress = new RunProgress(terminal);
        RunReport.show(terminal, run, demo.run(run, progress), progress);
      }
      new Gold(terminal, locked.lake(), demo::next).update();
      putFacts(locked.lake(), demo);
      DemoAnswers.show(terminal, locked.lake());
      showFolders(locked.lake());
    }
    return 0;
  }

  /// Facts of others, as `lake fact` puts them there.
  private static void putFacts(Lake lake, Demo demo) {
    Path target = lake.directory().root().resolve(LakeLayout.fact(DemoFacts.NAME));
    try {
      Path csv = Files.createTempFile(DemoFacts.NAME, ".csv");
      try {
        Files.writeString(csv, DemoFacts.csv(demo.subjects(), demo.next()));
        FactCommand.put(csv, target);
      } finally {
        Files.delete(csv);
      }
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot write %s: %s".formatted(target, FileFailures.reason(e)), e);
    }
  }

  private void showFolders(Lake lake) {
    terminal.print("");
    terminal.print("The lake is in " + lake.directory().root());
    terminal.print(
        """
          raw/                responses as X gave them, by subject, day and run
          bronze/  silver/    tables: Parquet files and Iceberg metadata
          gold/               what is said about the posts: labels and counts by day
          dashboard.html      the same as a page
          facts/              facts of others, to ask about beside posts
          state/              checkpoints and the journal of pages
          catalog.db          the Iceberg catalog (SQLite)
          lake.log            the log of the functions
        """);
    terminal.print("Open " + lake.directory().root().resolve(LakeLayout.DASHBOARD));
    terminal.print("Go on with");
    terminal.print(
        "  %s \"SELECT * FROM silver.tweets LIMIT 5\""
            .formatted(lake.directory().command("query")));
    terminal.print("  " + lake.directory().command("status"));
  }
}
