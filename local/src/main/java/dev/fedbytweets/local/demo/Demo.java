package dev.fedbytweets.local.demo;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.RateRule;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scheduled runs against the X stand-in, hours apart, whose waits take no time. The made-up posts
/// belong to two subjects that share some of them. X's rate limit is small, so that a run waits.
public final class Demo implements AutoCloseable {

  private static final Duration BETWEEN_RUNS = Duration.ofHours(7);
  /// With this seed, a post is edited between the first two runs.
  private static final long SEED = 33;

  private static final int POSTS_PER_HOUR = 60;
  private static final int REPEATED_POSTS = 2;
  private static final RateRule FEW_REQUESTS = new RateRule(15, Duration.ofMinutes(15));

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(
              new SubjectName("coffee"),
              "(coffee OR espresso OR café OR コーヒー) -is:retweet",
              null,
              null,
              20_000),
          new Subject(
              new SubjectName("hot-drinks"), "(coffee OR tea OR chá OR té OR お茶) -is:retweet"));

  private final Lake lake;
  private final DemoClock schedule;
  private final XStandIn x;

  private Demo(Lake lake) {
    this.lake = lake;
    this.schedule = new DemoClock(lake.store());
    this.x =
        XStandIn.start(
            StandInRules.USUAL
                .withClock(InstantSource.fixed(schedule.next()))
                .withPosts(MadeUpPosts.seeded(SEED).withPostsPerHour(POSTS_PER_HOUR))
                .withSearch(SearchRules.USUAL.repeating(REPEATED_POSTS))
                .withSearchRate(FEW_REQUESTS));
  }

  /// Starts the stand-in for a lake that is new, or was made by a demo.
  ///
  /// @throws RejectedException if the lake holds posts that are not the demo's
  public static Demo in(Lake lake) {
    boolean hasPages = !lake.store().folders(LakeLayout.RAW).isEmpty();
    if (hasPages && !new DemoClock(lake.store()).isStarted()) {
      throw new RejectedException(
          "%s holds a lake of yours: show the demo in another folder, with --dir"
              .formatted(lake.directory().root()));
    }
    return new Demo(lake);
  }

  /// The time of the next scheduled run.
  public Instant next() {
    return schedule.next();
  }

  /// The subjects that are collected.
  public List<Subject> subjects() {
    return SUBJECTS;
  }

  /// The next scheduled run.
  public Run nextRun() {
    return RunNames.next("demo", next());
  }

  /// Executes the next scheduled run.
  ///
  /// @param run as [#nextRun] gives it
  /// @param listener receives the events of the run
  public ExecutionResult run(Run run, ExecutionListener listener) throws InterruptedException {
    Instant time = schedule.next();
    schedule.set(time);
    x.setTime(time);
    Ingest ingest =
        new Ingest(
            lake.store(),
            lake.tables(),
            Optional.of(collector()),
            x.clock(),
            this::passTime,
            listener);
    ExecutionResult result = ingest.run(run, SUBJECTS);
    schedule.set(time.plus(BETWEEN_RUNS));
    return result;
  }

  @Override
  public void close() {
    x.close();
  }

  private GetTweets collector() {
    GetTweetsConfig config = GetTweetsConfig.of(Map.of("X_API_URL", x.uri().toString()));
    TokenSource token = TokenSource.fixed(StandInRules.USUAL.token());
    return new GetTweets(
        config,
        lake.store(),
        new XSdkClient(config.x(), token, x.clock()),
        x.clock(),
        Metrics.NONE);
  }

  private void passTime(Instant until) {
    if (until.isAfter(x.clock().instant())) {
      x.setTime(until);
    }
  }
}
