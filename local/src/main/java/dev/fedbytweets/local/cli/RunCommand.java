package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.ExpectedCharge;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LocalObjectStore;
import dev.fedbytweets.local.lake.TypedCommand;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.LakeConfig;
import dev.fedbytweets.local.run.RunFailures;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.Waiter;
import dev.fedbytweets.xclient.TokenSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
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
    header = "Collect the posts of your subjects from X.",
    description =
        "Searches X once for each subject in lake.yaml and brings what is new into the tables. The bearer"
            + " token is taken from X_BEARER_TOKEN. X charges for every post: what is to be expected is shown"
            + " first, and more than ask_above_usd needs your consent, or --yes where nobody can be asked. A run"
            + " can be ended at any time; the next one goes on. What failed is in 'lake status' until it works,"
            + " and the exit code is 1.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake run --dry-run",
      "  lake run --subject coffee --from 2026-11-22T00:00Z",
      "  15 7 * * *  cd posts && lake run --yes --quiet     (a line for cron)"
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private ConfigOption config;

  @Mixin private GoldOption gold;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Collect this subject alone (default: all in FILE).")
  private SubjectName subject;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "With --subject: search it anew from this time on, because its query has changed, it began"
              + " later, or there is a gap. As 2026-11-22T07:00Z or 2026-11-22, at most seven days back."
              + " Posts that come again are the same rows; X may charge them again.")
  private Instant from;

  @Option(
      names = "--dry-run",
      description =
          "Show how many posts each subject would read, and for how much. Reads and changes nothing;"
              + " X charges for the count. The exit code is 1 if X does not answer.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Read the posts, whatever they cost.")
  private boolean yes;

  @Option(names = "--quiet", description = "Say nothing but what goes wrong.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (quiet) {
      terminal.beQuiet();
    }
    LakeConfig subjects = subjects();
    GetTweetsConfig collecting = GetTweetsConfig.of(subjects.over(System.getenv()));
    XSdkClient x = new XSdkClient(collecting.x(), TokenSource.fixed(XToken.ofEnvironment()), clock);
    if (dryRun) {
      ObjectStore store = new LocalObjectStore(common.lake());
      ChargeNotice notice = notice(new ExpectedCharge(collecting, store, x, clock), subjects);
      terminal.say("nothing was read");
      if (!notice.canRead()) {
        throw new RejectedException("a run could read nothing now, see above");
      }
      return 0;
    }
    try (LockedLake locked = LockedLake.open(common.lake(), terminal)) {
      collect(locked.lake(), subjects, collecting, x);
    }
    return 0;
  }

  private void collect(Lake lake, LakeConfig subjects, GetTweetsConfig collecting, XSdkClient x)
      throws InterruptedException {
    Run run = RunNames.next("run", clock.instant());
    RunFailures failures = new RunFailures(lake.store());
    ExpectedCharge charge = new ExpectedCharge(collecting, lake.store(), x, clock);
    CollectingProgress posts =
        new CollectingProgress(terminal, expected(charge, run, subjects, failures));
    RunProgress progress = new RunProgress(terminal, posts);
    terminal.say("Ctrl-C ends the run; nothing paid for is lost");
    GetTweets getTweets =
        new GetTweets(collecting, lake.store(), posts.counting(x), clock, Metrics.NONE);
    Ingest ingest =
        new Ingest(
            lake.store(),
            lake.tables(),
            Optional.of(getTweets),
            clock,
            Waiter.real(clock),
            progress);
    ExecutionResult result = ingest.run(run, subjects.subjects());
    switch (result) {
      case ExecutionResult.Failed failed when progress.reportOfRest().isEmpty() ->
          failures.failed(run, FailureMessages.of(failed.error(), failed.cause()));
      case ExecutionResult.Failed _, ExecutionResult.Succeeded _ ->
          failures.processed(
              run,
              subjects.subjects().stream().map(Subject::name).toList(),
              progress.failures(),
              subject == null);
    }
    RunReport.show(terminal, run, result, progress);
    if (!gold.isOff()) {
      new Gold(terminal, lake, clock).update();
    }
    new Upkeep(terminal, lake, clock).ifNeeded();
  }

  /// The posts that are expected, after a person has agreed to what they cost. Where nobody can be
  /// asked, nobody may read the reason of a refusal either: it is in the lake's status, too.
  private Map<String, Long> expected(
      ExpectedCharge charge, Run run, LakeConfig subjects, RunFailures failures) {
    try {
      ChargeNotice notice = notice(charge, subjects);
      if (!yes) {
        notice.requireConsent(terminal, subjects.askAboveUsd());
      }
      return notice.posts();
    } catch (LakeException e) {
      if (!terminal.kind().asks()) {
        failures.failed(run, e.getMessage());
      }
      throw e;
    }
  }

  private LakeConfig subjects() {
    if (from != null && subject == null) {
      throw new ParameterException(
          spec.commandLine(), "--from needs --subject: the subject to search anew");
    }
    Path file = config.file(common.lake());
    if (file.isAbsolute()) {
      terminal.say("using " + file);
    }
    LakeConfig all = LakeConfig.read(file);
    return subject == null ? all : all.only(subject, from);
  }

  private ChargeNotice notice(ExpectedCharge charge, LakeConfig subjects) {
    TypedCommand command = config.in(common.lake().command("run"));
    return ChargeNotice.show(terminal, charge, subjects, command);
  }
}
