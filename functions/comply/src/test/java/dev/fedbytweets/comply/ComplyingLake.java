package dev.fedbytweets.comply;

import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.silver.MergeLake;
import dev.fedbytweets.xclient.ComplianceClient;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xclient.XConnection;
import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.SettableClock;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A lake in memory with four posts, and the stand-in of X that is asked about them.
final class ComplyingLake implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-29T06:00:00Z");
  static final Instant SEEN = Instant.parse("2026-11-20T06:00:00Z");
  static final String FIRST = "1990000000000000001";
  static final String SECOND = "1990000000000000002";
  static final String THIRD = "1990000000000000003";

  /// Has a place.
  static final String PLACED = "1990000000000000004";

  final SettableClock clock = new SettableClock(NOW);
  final XStandIn x = XStandIn.start(StandInRules.USUAL.withClock(clock));
  final MemoryObjectStore store = new MemoryObjectStore();
  final FaultInjector faults = new FaultInjector();
  final MergeLake lake = new MergeLake();

  private final ComplianceClient client =
      new ComplianceClient(
          new XConnection(
              x.uri(), Duration.ofSeconds(5), TokenSource.fixed("made-up-token"), clock));
  private int idsPerJob = 1000;

  ComplyingLake() {
    List<Tweet> posts = new ArrayList<>();
    for (String id : List.of(FIRST, SECOND, THIRD)) {
      posts.add(Samples.bareTweet(id, "coffee", "a", SEEN));
    }
    posts.add(Samples.fullTweet(PLACED, "a"));
    lake.tweetsToBronze(posts);
    lake.mergeTweets();
  }

  ComplyingLake with(int idsInJob) {
    idsPerJob = idsInJob;
    return this;
  }

  static Run run(String name) {
    return new Run(new RunName(name), NOW);
  }

  Comply comply() {
    return new Comply(
        new ComplyConfig(x.uri(), Duration.ofSeconds(5), idsPerJob),
        lake.tables(),
        new FaultyObjectStore(store, faults),
        client,
        clock);
  }

  /// Goes on until the check is over, with time passing as it wants.
  ComplyOutput check(String run) {
    for (int call = 0; call < 200; call++) {
      ComplyOutput output = comply().advance(run(run));
      if (output.status() == Progress.DONE) {
        return output;
      }
      if (output.resumeAt() != null && output.resumeAt().isAfter(clock.instant())) {
        clock.set(output.resumeAt());
      }
    }
    throw new AssertionError("the check never ends");
  }

  /// How many parts of lists were uploaded.
  long uploads() {
    return x.log().requests().stream()
        .map(LoggedRequest::request)
        .filter(
            request ->
                request.method().equals("PUT")
                    && request.parameters().value("upload_id").isPresent())
        .count();
  }

  ForgetRequest request(ComplyOutput output) {
    return ForgetRequest.find(store, output.check()).orElseThrow();
  }

  @Override
  public void close() {
    x.close();
  }
}
