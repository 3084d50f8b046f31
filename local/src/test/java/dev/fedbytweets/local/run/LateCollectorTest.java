package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.gettweets.x.XSearch;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.ListedPosts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A collector that sleeps while X is asked, until a later run is collected and processed, over
/// real files and tables.
class LateCollectorTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final Subject COFFEE =
      new Subject(new SubjectName("coffee"), "coffee OR espresso");

  private final ListedPosts posts = new ListedPosts();
  private final XStandIn x =
      XStandIn.start(StandInRules.USUAL.withClock(InstantSource.fixed(START)).withPosts(posts));
  @TempDir private Path folder;

  /// @param page at which it sleeps
  /// @param retried whether its run comes back afterwards
  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "2, true"})
  void itsPageReachesBronzeOnce(int page, boolean retried) throws Exception {
    posts.postEachMinute(START.minusSeconds(60), 250);
    try (x;
        Lake lake = Lake.open(new LakeDirectory(folder))) {
      int[] calls = {0};
      XSearch sleepy =
          request -> {
            if (++calls[0] == page) {
              x.advance(Duration.ofMinutes(10));
              run(lake, "later");
            }
            return client().search(request);
          };
      GetTweets sleeper = new GetTweets(config(), lake.store(), sleepy, x.clock(), Metrics.NONE);

      assertThatThrownBy(
              () ->
                  sleeper.collect(
                      new GetTweetsInput(new Run(new RunName("sleeper"), START), COFFEE),
                      new LeaseHolder("sleeper"),
                      Instant.MAX))
          .isInstanceOf(RetryableException.class);
      if (retried) {
        run(lake, "sleeper");
      }
      run(lake, "last");

      List<String> stored = pages(lake);
      List<Tweet> rows =
          TableContents.of(lake.tables().table(BronzeDefinitions.TWEETS), BronzeDefinitions.TWEETS);
      assertThat(stored)
          .filteredOn(key -> key.contains("run=sleeper"))
          .hasSize(retried ? page + 1 : page);
      assertThat(rows.stream().map(Tweet::id).distinct().toList()).hasSize(250);
      assertThat(rows)
          .filteredOn(row -> row.fileName().contains("run=sleeper"))
          .extracting(Tweet::id)
          .doesNotHaveDuplicates()
          .hasSize(page == 3 ? 250 : page * 100);
    }
  }

  private void run(Lake lake, String name) {
    GetTweets getTweets = new GetTweets(config(), lake.store(), client(), x.clock(), Metrics.NONE);
    Ingest ingest =
        new Ingest(
            lake.store(),
            lake.tables(),
            Optional.of(getTweets),
            x.clock(),
            _ -> {},
            ExecutionListener.NONE);
    try {
      assertThat(ingest.run(new Run(new RunName(name), x.clock().instant()), List.of(COFFEE)))
          .isInstanceOf(ExecutionResult.Succeeded.class);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private GetTweetsConfig config() {
    return GetTweetsConfig.of(Map.of("X_API_URL", x.uri().toString(), "X_WINDOW_OVERLAP", "PT0S"));
  }

  private XSdkClient client() {
    return new XSdkClient(config().x(), TokenSource.fixed(StandInRules.USUAL.token()), x.clock());
  }

  private static List<String> pages(Lake lake) {
    try (Stream<String> keys = lake.store().list("raw/", "")) {
      return keys.toList();
    }
  }
}
