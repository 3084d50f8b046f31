package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.gettweets.ExpectedCharge;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.x.TokenSource;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.LakeConfig;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.Waiter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./lake run`: one run against X itself.
@Command(
    name = "run",
    description =
        "One run against X itself. The bearer token is taken from X_BEARER_TOKEN. X charges for"
            + " every post read: what is to be expected is shown first.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private static final String TOKEN = "X_BEARER_TOKEN";
  private static final String UNKNOWN = "X does not say how many posts there are";

  @Mixin private CommonOptions common;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "lake.yaml",
      description = "Names the subjects to collect (default: ${DEFAULT-VALUE}).")
  private Path config;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LakeConfig subjects = LakeConfig.read(config);
    GetTweetsConfig collecting = GetTweetsConfig.of(System.getenv());
    XSdkClient x = new XSdkClient(collecting.x(), TokenSource.fixed(token()), clock);
    try (LockedLake locked = LockedLake.open(common.lake())) {
      Lake lake = locked.lake();
      showExpectedCharge(new ExpectedCharge(collecting, lake.store(), x, clock), subjects);
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

  private void showExpectedCharge(ExpectedCharge charge, LakeConfig subjects) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean isKnown = true;
    for (Subject subject : subjects.subjects()) {
      Optional<ExpectedCharge.Expectation> expected = charge.of(subject);
      terminal.say(
          "%s: %s".formatted(subject.name(), expected.map(RunCommand::words).orElse(UNKNOWN)));
      sum = sum.add(expected.map(ExpectedCharge.Expectation::usd).orElse(BigDecimal.ZERO));
      isKnown &= expected.isPresent();
    }
    terminal.say(
        "expected charge: %s; Ctrl-C ends the run, nothing paid for is lost"
            .formatted(isKnown ? "about $" + Money.dollars(sum) : "not known"));
  }

  private static String words(ExpectedCharge.Expectation expected) {
    return "about %,d posts to read, $%s"
        .formatted(expected.posts(), Money.dollars(expected.usd()));
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
