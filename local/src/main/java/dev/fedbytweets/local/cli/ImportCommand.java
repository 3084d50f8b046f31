package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.importing.ImportReport;
import dev.fedbytweets.local.importing.Importer;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.Waiter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./lake import`: imports recorded responses.
@Command(
    name = "import",
    description =
        "Recorded responses of X into the lake: a response page in a file, one page on each line (.jsonl), or a bundle"
            + " of pages, any of them gzipped; posts or users. What cannot be read is reported and quarantined, the rest goes"
            + " in. Importing again changes nothing. The exit code is 1 if nothing goes in, or if parts of a file are lost"
            + " (damaged gzip, a record that is too long).",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      required = true,
      description = "The subject that the posts were collected for.")
  private SubjectName subject;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or folders with files.")
  private List<Path> paths;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    paths.forEach(this::requireOutsideTheLake);
    try (LockedLake locked = LockedLake.open(common.lake())) {
      Lake lake = locked.lake();
      ImportReport report =
          new Importer(lake.store(), clock)
              .importAll(subject, paths, new ImportProgressLine(terminal));
      show(report);
      Ingest ingest =
          new Ingest(
              lake.store(),
              lake.tables(),
              Optional.empty(),
              clock,
              Waiter.real(clock),
              new RunProgress(terminal));
      Run run = RunNames.next("import", clock.instant());
      RunReport.show(terminal, run, ingest.run(run, List.of()));
      return exitCode(report);
    }
  }

  private int exitCode(ImportReport report) {
    if (!report.isSuccess()) {
      terminal.say(
          report.pages() == 0
              ? "error: nothing could be imported, for the reasons above"
              : "error: parts of the files are lost, see above; everything else was imported");
    }
    return report.isSuccess() ? 0 : 1;
  }

  /// The lake's own pages must not be imported.
  private void requireOutsideTheLake(Path path) {
    Path named = path.toAbsolutePath().normalize();
    Path lake = common.lake().root();
    if (named.startsWith(lake) || lake.startsWith(named)) {
      throw new RejectedException(
          "%s holds the lake itself: name the recorded files, or a folder apart from it"
              .formatted(path));
    }
  }

  private void show(ImportReport report) {
    terminal.say(
        "  %,d files: %,d pages, %,d of them new with %,d posts and %,d users"
            .formatted(
                report.files(), report.pages(), report.stored(), report.posts(), report.users()));
    if (report.rejected() > 0) {
      terminal.say(
          "  %,d records cannot be imported; what there is of them is in quarantine:"
              .formatted(report.rejected()));
      report.firstRejected().forEach(rejected -> terminal.say("    " + rejected));
    }
  }
}
