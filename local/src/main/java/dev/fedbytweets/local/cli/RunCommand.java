package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.ExpectedCharge;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.x.TokenSource;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LocalObjectStore;
import dev.fedbytweets.local.lake.TypedCommand;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.LakeConfig;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.Waiter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./lake run`: one run against X itself.
@Command(
    name = "run",
    description =
        "One run against X itself. The bearer token is taken from X_BEARER_TOKEN. X charges for"
            + " every post read: what is to be expected is shown first.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private static final String TOKEN = "X_BEARER_TOKEN";

  @Mixin private CommonOptions common;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = LakeConfig.FILE,
      description = "Names the subjects to collect (default: ${DEFAULT-VALUE}).")
  private Path config;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Collect this subject alone (default: all that FILE names).")
  private SubjectName subject;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Search the subject anew from this time on, at most seven days back, because its query has"
              + " changed, it began later, or there is a gap: 2026-11-22T07:00Z, or a date. Posts that"
              + " come again are the same rows; X may charge them again. With --subject.")
  private Instant from;

  @Option(
      names = "--dry-run",
      description =
          "Show how many posts each subject would read, and for how much. Reads and changes nothing;"
              + " X charges for the count.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Read the posts, whatever they cost.")
  private boolean yes;

  @Spec private CommandSpec spec;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LakeConfig subjects = subjects();
    GetTweetsConfig collecting = GetTweetsConfig.of(subjects.over(System.getenv()));
    XSdkClient x = new XSdkClient(collecting.x(), TokenSource.fixed(token()), clock);
    if (dryRun) {
      ObjectStore store = new LocalObjectStore(common.lake());
      notice(new ExpectedCharge(collecting, store, x, clock), subjects);
      terminal.say("nothing was read");
      return 0;
    }
    try (LockedLake locked = LockedLake.open(common.lake(), terminal)) {
      Lake lake = locked.lake();
      ChargeNotice notice =
          notice(new ExpectedCharge(collecting, lake.store(), x, clock), subjects);
      if (!yes) {
        notice.requireConsent(terminal, subjects.askAboveUsd());
      }
      terminal.say("Ctrl-C ends the run; nothing paid for is lost");
      GetTweets getTweets = new GetTweets(collecting, lake.store(), x, clock, Metrics.NONE);
      Ingest ingest =
          new Ingest(
              lake.store(),
              lake.tables(),
              Optional.of(getTweets),
              clock,
              Waiter.real(clock),
              new RunProgress(terminal));
      Run run = RunNames.next("run", clock.instant());
      RunReport.show(terminal, run, ingest.run(run, subjects.subjects()));
    }
    return 0;
  }

  private LakeConfig subjects() {
    if (from != null && subject == null) {
      throw new ParameterException(
          spec.commandLine(), "--from needs --subject: the subject to search anew");
    }
    LakeConfig all = LakeConfig.read(config);
    return subject == null ? all : all.only(subject, from);
  }

  private ChargeNotice notice(ExpectedCharge charge, LakeConfig subjects) {
    TypedCommand command =
        common
            .lake()
            .command("run")
            .withUnlessDefault("--config", config.toString(), LakeConfig.FILE);
    return ChargeNotice.show(terminal, charge, subjects, command);
  }

  private static String token() {
    String token = System.getenv(TOKEN);
    if (token == null || token.isBlank()) {
      throw new MisconfiguredException(
          "X_BEARER_TOKEN is not set: it must be the app-only bearer token of your X developer"
              + " account");
    }
    return token.strip();
  }
}
