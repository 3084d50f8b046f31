package dev.fedbytweets.local.cli;

import dev.fedbytweets.comply.Comply;
import dev.fedbytweets.comply.ComplyConfig;
import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.xclient.ComplianceClient;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xclient.XConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./lake comply`: forgets what is gone at X.
@Command(
    name = "comply",
    header = "Ask X what is gone there, and forget it.",
    description =
        "Sends the identifiers of all posts and users to X's compliance jobs, waits until X has"
            + " looked at them, which takes minutes to hours, and forgets what was deleted,"
            + " deactivated, suspended or made private at X, as 'forget' does. Meant to be called"
            + " once a day. The bearer token is taken from X_BEARER_TOKEN; the account needs access"
            + " to compliance jobs. Ctrl-C ends the wait; the same command goes on. The exit code"
            + " is 1 if anything is left.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake comply --dry-run",
      "  30 4 * * *  cd posts && lake comply --quiet     (a line for cron)"
    },
    mixinStandardHelpOptions = true)
final class ComplyCommand implements Callable<Integer> {

  /// So many failures in a row that may pass by themselves are waited for.
  private static final int MOST_FAILURES = 5;

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration TICK = Duration.ofMillis(200);

  @Mixin private CommonOptions common;

  @Mixin private GoldOption gold;

  @Option(
      names = "--dry-run",
      description = "Ask X, and say what would go. Forgets nothing; the next 'comply' does.")
  private boolean dryRun;

  @Option(names = "--quiet", description = "Say nothing but what goes wrong.")
  private boolean quiet;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();
  private boolean isClean = true;
  private boolean isAnnounced;
  private int failures;

  ComplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (quiet) {
      terminal.beQuiet();
    }
    LakeDirectory directory = common.lake();
    directory.requireLake();
    ComplyConfig config = ComplyConfig.of(System.getenv());
    ComplianceClient client =
        new ComplianceClient(
            new XConnection(
                config.address(),
                config.callTimeout(),
                TokenSource.fixed(XToken.ofEnvironment()),
                clock));
    Run run = RunNames.next("comply", clock.instant());
    Optional<Instant> until = step(directory, config, client, run);
    while (until.isPresent()) {
      waitUntil(until.get());
      until = step(directory, config, client, run);
    }
    return isClean ? 0 : 1;
  }

  /// Does what can be done now. Others may use the lake before the next step.
  ///
  /// @return when to go on; empty if the check is over
  private Optional<Instant> step(
      LakeDirectory directory, ComplyConfig config, ComplianceClient client, Run run)
      throws InterruptedException {
    try (LockedLake locked = LockedLake.open(directory, terminal)) {
      Lake lake = locked.lake();
      Comply comply = new Comply(config, lake.tables(), lake.store(), client, clock);
      if (!isAnnounced && !dryRun) {
        fulfilLeft(lake);
      }
      if (dryRun && comply.isComplete(run)) {
        plan(lake, comply.preview(run));
        return Optional.empty();
      }
      ComplyOutput output = comply.advance(run);
      failures = 0;
      announce(output);
      if (output.status() == Progress.WAIT) {
        return Optional.ofNullable(output.resumeAt());
      }
      if (output.status() == Progress.MORE) {
        return Optional.of(clock.instant());
      }
      if (dryRun) {
        plan(lake, waiting(lake, output));
      } else {
        new ComplianceLines(terminal).show(output);
        fulfilLeft(lake);
      }
      return Optional.empty();
    } catch (RetryableException e) {
      failures++;
      if (failures > MOST_FAILURES) {
        throw e;
      }
      terminal.say("%s; trying again in a minute".formatted(e.getMessage()));
      return Optional.of(clock.instant().plus(PAUSE));
    }
  }

  private void fulfilLeft(Lake lake) throws InterruptedException {
    Forgetting forgetting = new Forgetting(terminal, lake, clock);
    if (forgetting.isAnyLeft()) {
      isClean = forgetting.fulfilLeft();
      if (!gold.isOff()) {
        new Gold(terminal, lake, clock).update();
      }
    }
  }

  private void announce(ComplyOutput output) {
    if (!isAnnounced) {
      isAnnounced = true;
      terminal.say(
          "X is asked about %s and %s (%s); Ctrl-C ends the wait, and the same command goes on"
              .formatted(
                  Plural.of(output.posts(), "post"),
                  Plural.of(output.users(), "user"),
                  output.check()));
    }
  }

  /// The request of a check that was collected before.
  private static ForgetRequest waiting(Lake lake, ComplyOutput output) {
    return ForgetRequest.find(lake.store(), output.check())
        .orElseGet(
            () ->
                new ForgetRequest(List.of(), List.of(), List.of(), List.of(), null, Instant.EPOCH));
  }

  private void plan(Lake lake, ForgetRequest request) {
    if (request.identifiers().isEmpty()) {
      terminal.print("nothing would go");
      return;
    }
    terminal.print(
        "%s and %s would go, and the places of %s"
            .formatted(
                Plural.of(request.posts().size(), "post"),
                Plural.of(request.users().size(), "user"),
                Plural.of(request.scrubGeo().size(), "post")));
    new ForgetReportLines(terminal)
        .show(Forgetting.forget(lake, clock).plan(request.identifiers()));
  }

  private void waitUntil(Instant until) throws InterruptedException {
    while (clock.instant().isBefore(until)) {
      terminal.showProgress(
          () ->
              "waiting for X, which is asked again in %d s"
                  .formatted(Math.max(1, Duration.between(clock.instant(), until).toSeconds())));
      Thread.sleep(TICK);
    }
    terminal.clearProgress();
  }
}
