package dev.fedbytweets.local.cli;

import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.importing.ImportReport;
import dev.fedbytweets.local.importing.Importer;
import dev.fedbytweets.local.importing.SourceFiles;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.Waiter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./lake import`: imports recorded responses.
@Command(
    name = "import",
    header = "Bring recorded responses of X into the lake.",
    description =
        "Posts and users into the lake: recorded responses of X's API v2, posts of API v1.1, flattened posts, folders of"
            + " academictwitteR, X's own archive, pages of another lake; plain, in .gz, .zst, .bz2, .zip or .tar. What cannot"
            + " be read is reported and quarantined, the rest goes in. Importing again changes nothing. The exit code is 1 if"
            + " nothing goes in, if a file that was named cannot be read, or if parts of one are lost.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake import --subject elections responses.jsonl.gz",
      "  lake import --subject elections folder/ twitter-archive.zip",
      "  lake import ../other/lake-data"
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private GoldOption gold;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description =
          "The subject that the posts were collected for. Pages of another lake have their own.")
  private SubjectName subject;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files, folders with files, other lakes, or - for standard input.")
  private List<Path> paths;

  @Spec private CommandSpec spec;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    SourceFiles sources = SourceFiles.find(paths);
    if (subject == null) {
      sources.withoutSubject().ifPresent(this::requireSubject);
    }
    try (LockedLake locked = LockedLake.open(common.lake(), terminal)) {
      Lake lake = locked.lake();
      requireWanted(lake);
      ImportReport report =
          new Importer(lake.store(), clock)
              .importAll(Optional.ofNullable(subject), sources, new ImportProgressLine(terminal));
      new ImportReportLines(terminal).show(report);
      if (report.pages() > 0) {
        bringIntoTables(lake);
      }
      return exitCode(report);
    }
  }

  private void bringIntoTables(Lake lake) throws InterruptedException {
    RunProgress progress = new RunProgress(terminal);
    Ingest ingest =
        new Ingest(
            lake.store(), lake.tables(), Optional.empty(), clock, Waiter.real(clock), progress);
    Run run = RunNames.next("import", clock.instant());
    ExecutionResult result = ingest.run(run, List.of());
    terminal.print("lake " + lake.directory().root());
    RunReport.show(terminal, run, result, progress);
    if (!gold.isOff()) {
      new Gold(terminal, lake, clock).update();
    }
    new Upkeep(terminal, lake, clock).ifNeeded();
  }

  private void requireWanted(Lake lake) {
    if (subject != null && new Tombstones(lake.store()).forgotten().hasSubject(subject.value())) {
      throw new RejectedException(
          "the subject '%s' was forgotten: nothing comes in under its name until that is lifted"
              .formatted(subject));
    }
  }

  private void requireSubject(Path path) {
    throw new ParameterException(
        spec.commandLine(),
        "name the subject with --subject NAME: %s is no page of a lake, and has none of its own"
            .formatted(path));
  }

  private int exitCode(ImportReport report) {
    if (!report.isSuccess()) {
      terminal.error(
          report.pages() == 0
              ? "nothing could be imported, for the reasons above"
              : "not everything could be read, see above; the rest was imported");
    }
    return report.isSuccess() ? 0 : 1;
  }
}
