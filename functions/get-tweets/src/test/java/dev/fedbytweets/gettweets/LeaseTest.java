package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Lease;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.x.XSearch;
import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One collector of a subject at a time.
class LeaseTest {

  private static final Instant NOON = MemoryLake.NOON;
  private static final LeaseHolder OTHER = new LeaseHolder("other");

  /// Two calls of 30 seconds, two writes of a minute, and a margin for each.
  private static final Duration LEASE = Duration.ofSeconds(2 * (30 + 60 + 15));

  private final MemoryLake lake = new MemoryLake();

  @Test
  void whileOneAsksTheOtherWaits() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    List<GetTweetsOutput> others = new ArrayList<>();
    List<Lease> leases = new ArrayList<>();
    lake.x =
        request -> {
          leases.add(lake.checkpoint().lease());
          lake.clock.advance(Duration.ofSeconds(10));
          others.add(lake.collect("other", OTHER, Instant.MAX));
          return lake.direct.search(request);
        };

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.counts().read()).isEqualTo(150);
    assertThat(leases)
        .containsExactly(
            new Lease(MemoryLake.HOLDER, NOON.plus(LEASE)),
            new Lease(MemoryLake.HOLDER, NOON.plus(LEASE)));
    assertThat(others).hasSize(2).allMatch(other -> other.status() == Progress.WAIT);
    assertThat(others.getLast().reason()).isEqualTo(StopReason.HELD);
    assertThat(others.getLast().resumeAt()).isEqualTo(NOON.plus(LEASE));
    assertThat(others.getLast().pages()).isZero();
    assertThat(lake.checkpoint().lease()).isNull();
    assertThat(lake.keys("raw/")).hasSize(2);
  }

  @Test
  void aLeaseThatIsTooShortForAnotherCallIsRenewedBeforeIt() {
    List<Instant> ends = new ArrayList<>();
    lake.x =
        request -> {
          ends.add(lake.checkpoint().lease().until());
          lake.clock.advance(Duration.ofSeconds(105));
          return ends.size() == 1 ? refusedWords() : lake.direct.search(request);
        };

    lake.collect("first");

    assertThat(ends).containsExactly(NOON.plus(LEASE), NOON.plusSeconds(105).plus(LEASE));
  }

  @Test
  void aLeaseIsRenewedByTimeHoweverFewPagesThereAre() {
    lake.giveAtMost(10);
    lake.posts.postEachMinute(NOON.minusSeconds(60), 60);
    List<Long> secondsLeft = new ArrayList<>();
    lake.x =
        request -> {
          Instant until = lake.checkpoint().lease().until();
          secondsLeft.add(Duration.between(lake.clock.instant(), until).toSeconds());
          lake.clock.advance(Duration.ofSeconds(60));
          return lake.direct.search(request);
        };

    lake.collect("first");

    assertThat(secondsLeft).containsExactly(210L, 150L, 210L, 150L, 210L, 150L);
  }

  /// The longest call, then the longest write: another one that waits does not pay the same page.
  @ParameterizedTest
  @ValueSource(ints = {0, 44, 104})
  void theLeaseOutlastsTheLongestCallAndTheLongestWrite(int secondsSinceRenewed) {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    List<GetTweetsOutput> others = new ArrayList<>();
    int[] calls = {0};
    lake.x =
        request -> {
          lake.clock.advance(
              calls[0]++ == 0
                  ? Duration.ofSeconds(secondsSinceRenewed)
                  : lake.config.x().callTimeout());
          return lake.direct.search(request);
        };
    ObjectStore slow =
        new WatchedObjectStore(
            lake.store,
            key -> {
              if (calls[0] > 1 && key.startsWith("raw/")) {
                lake.clock.advance(ObjectStore.LONGEST_WRITE);
                others.add(lake.collect("other", OTHER, Instant.MAX));
              }
            });

    lake.getTweets(slow).collect(lake.input("first"), MemoryLake.HOLDER, Instant.MAX);

    assertThat(others).hasSize(2).allMatch(other -> other.reason() == StopReason.HELD);
    assertThat(lake.answered()).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void aSlowSaveDoesNotShortenTheLeaseOfTheCallAfterIt() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 50);
    List<Duration> left = new ArrayList<>();
    lake.x =
        request -> {
          left.add(Duration.between(lake.clock.instant(), lake.checkpoint().lease().until()));
          return lake.direct.search(request);
        };
    ObjectStore slow =
        new WatchedObjectStore(
            lake.store,
            key -> {
              if (key.startsWith("state/collector/")) {
                lake.clock.advance(Duration.ofSeconds(100));
              }
            });

    lake.getTweets(slow).collect(lake.input("first"), MemoryLake.HOLDER, NOON.plusSeconds(700));

    assertThat(left).hasSize(1).allMatch(time -> time.compareTo(Duration.ofSeconds(30 + 60)) > 0);
  }

  /// Readers have passed the pages of the run by then.
  @Test
  void aPageThatComesAfterALaterRunIsAnnouncedOnceMore() {
    lake.giveAtMost(2);
    lake.posts.postEachMinute(NOON.minusSeconds(60), 60);
    lake.x = stallingAt(6, "second");

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);

    PageKey late =
        lake.pages().stream().filter(page -> page.run().value().equals("first")).toList().get(5);
    assertThat(lake.journal().from(MemoryLake.COFFEE, 1)).containsExactly(1, 2, 3);
    assertThat(lake.journal().read(MemoryLake.COFFEE, 3)).isEqualTo(new JournalEntry.From(late));
  }

  @Test
  void whoSleepsWhileNobodyTakesOverRenewsItsLeaseAndAnnouncesNothing() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.x =
        request -> {
          lake.clock.advance(Duration.ofMinutes(5));
          return lake.direct.search(request);
        };

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.counts().read()).isEqualTo(250);
    assertThat(lake.journal().from(MemoryLake.COFFEE, 1)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 21})
  void whoWakesUpAfterAnotherRunTookOverAsksNoMore(int stalled) {
    lake.giveAtMost(2);
    lake.posts.postEachMinute(NOON.minusSeconds(60), 60);
    lake.x = stallingAt(stalled, "second");

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("state/collector/coffee.json was moved by another invocation");

    int window = stalled == 1 ? 0 : 1;
    assertThat(lake.answered())
        .as("all pages, the one of the stalled call again, a window of the other run's own")
        .hasSize(30 + 1 + window);
    assertThat(lake.storedPosts()).hasSize(60 + 2).containsAll(lake.posts.ids());
    assertThat(lake.pages())
        .filteredOn(page -> page.run().value().equals("first"))
        .as("what was paid for is kept")
        .hasSize(stalled);
    assertThat(lake.checkpoint().posts().inMonthOf(NOON)).isEqualTo(60);
    assertThat(lake.checkpoint().run().totals().pages()).isEqualTo(30 - (stalled - 1) + window);
    assertThat(lake.checkpoint().lease()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 21})
  void whoWakesUpAfterTheSameRunTookOverFindsItsPageTaken(int stalled) {
    lake.giveAtMost(2);
    lake.posts.postEachMinute(NOON.minusSeconds(60), 60);
    lake.x = stallingAt(stalled, "first");

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("was stored by another invocation meanwhile");

    assertThat(lake.answered()).hasSize(30 + 1);
    assertThat(lake.journal().from(MemoryLake.COFFEE, 1)).containsExactly(1);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(lake.posts.ids());
    assertThat(lake.checkpoint().run().totals().posts()).isEqualTo(60);
    assertThat(lake.checkpoint().lease()).isNull();
  }

  @Test
  void aPageThatComesAfterTheNextHolderLookedIsTakenByTheOneAfterThat() {
    lake.giveAtMost(2);
    lake.posts.postEachMinute(NOON.minusSeconds(60), 60);
    int[] calls = {0};
    lake.x =
        request -> {
          if (++calls[0] == 6) {
            lake.clock.advance(Duration.ofMinutes(5));
            lake.limit(105, null);
            assertThat(lake.collect("first", OTHER, Instant.MAX).pages()).isEqualTo(5);
            lake.limit(null, null);
          }
          return lake.direct.search(request);
        };
    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("state/collector/coffee.json was moved by another invocation");

    GetTweetsOutput output = lake.collect("another");

    assertThat(calls[0]).as("all pages once, and a window of its own").isEqualTo(30 + 1);
    assertThat(output.pages()).isEqualTo(24 + 1);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(lake.posts.ids());
    assertThat(lake.checkpoint().posts().inMonthOf(NOON)).isEqualTo(60);
  }

  @Test
  void aHolderIsNotHeldUpByItself() {
    dieWhileAsking();

    assertThat(lake.collect("first").status()).isEqualTo(Progress.DONE);
  }

  @Test
  void aLeaseOfTheDeadEndsByItself() {
    dieWhileAsking();

    GetTweetsOutput early = lake.collect("first", OTHER, Instant.MAX);
    lake.clock.set(early.resumeAt());
    GetTweetsOutput later = lake.collect("first", OTHER, Instant.MAX);

    assertThat(early.reason()).isEqualTo(StopReason.HELD);
    assertThat(early.resumeAt()).isEqualTo(NOON.plus(LEASE));
    assertThat(later.status()).isEqualTo(Progress.DONE);
  }

  @Test
  void aFailureGivesTheLeaseBack() {
    lake.x =
        request -> {
          throw new IOException("connection reset");
        };

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    lake.x = lake.direct;
    GetTweetsOutput output = lake.collect("first", OTHER, Instant.MAX);

    assertThat(output.status()).isEqualTo(Progress.DONE);
  }

  @Test
  void whoCameTooLateChangesNothing() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    int[] calls = {0};
    lake.x =
        request -> {
          if (calls[0]++ == 0) {
            lake.clock.advance(Duration.ofMinutes(5));
            lake.collect("second", OTHER, Instant.MAX);
          }
          return lake.direct.search(request);
        };

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("state/collector/coffee.json was moved by another invocation");
    Checkpoint checkpoint = lake.checkpoint();
    assertThat(checkpoint.run().name().value()).isEqualTo("second");
    assertThat(checkpoint.isCompleteFor(checkpoint.run().name())).isTrue();
    assertThat(checkpoint.lease()).isNull();
    assertThat(lake.keys("raw/"))
        .as("what was paid for is kept, twice where it was asked for twice")
        .hasSize(4);
  }

  @Test
  void aPageThatALateInvocationOfTheSameRunStoredIsTakenInItsPlace() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    int[] calls = {0};
    lake.x =
        request -> {
          if (calls[0]++ == 0) {
            lake.clock.advance(Duration.ofMinutes(5));
            assertThatThrownBy(() -> lake.collect("first", OTHER, Instant.MAX))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("page-00001.json.gz was stored by another invocation");
          } else if (calls[0] == 2) {
            lake.store.writeIfAbsent(
                "raw/subject=coffee/date=2026-11-21/run=first/page-00001.json.gz",
                new byte[0],
                Map.of(
                    "retrieved-at", "2026-11-21T12:00:00Z",
                    "requested-at", "2026-11-21T12:00:00Z",
                    "sha256", "0",
                    "token", "of another window",
                    "posts", "7"));
          }
          return lake.direct.search(request);
        };
    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);

    GetTweetsOutput output = lake.collectToEnd("first");

    assertThat(output.pages()).isEqualTo(4);
    assertThat(output.counts().read()).isEqualTo(257);
    assertThat(lake.keys("raw/")).hasSize(4);
    assertThat(lake.store.read(lake.keys("raw/").getFirst()).orElseThrow().body()).isEmpty();
  }

  @Test
  void ofManyAtOnceOneCollects() throws Exception {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 1050);
    List<Callable<GetTweetsOutput>> collectors =
        IntStream.range(0, 8)
            .<Callable<GetTweetsOutput>>mapToObj(
                i -> () -> lake.collect("run-" + i, new LeaseHolder("holder-" + i), Instant.MAX))
            .toList();

    List<Future<GetTweetsOutput>> results;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      results = threads.invokeAll(collectors);
    }

    assertThat(results)
        .allSatisfy(
            result -> {
              if (result.state() == Future.State.FAILED) {
                assertThat(result.exceptionNow()).isInstanceOf(RetryableException.class);
              } else {
                assertThat(result.resultNow().status()).isIn(Progress.DONE, Progress.WAIT);
              }
            });
    assertThat(lake.storedPosts()).hasSize(1050).doesNotHaveDuplicates();
    assertThat(lake.checkpoint().lease()).isNull();
  }

  /// X, as one sees it who sleeps while a call is under way, until another one has read to the
  /// end.
  private XSearch stallingAt(int call, String other) {
    int[] calls = {0};
    return request -> {
      if (++calls[0] == call) {
        lake.clock.advance(Duration.ofMinutes(5));
        assertThat(lake.collect(other, OTHER, Instant.MAX).status()).isEqualTo(Progress.DONE);
      }
      return lake.direct.search(request);
    };
  }

  private XResponse refusedWords() {
    byte[] body = "{\"parameter\":\"post.fields\"}".getBytes(StandardCharsets.UTF_8);
    Instant now = lake.clock.instant();
    return new XResponse(400, body, MemoryLake.PLENTY, now, now, now);
  }

  private void dieWhileAsking() {
    lake.x =
        request -> {
          throw new StackOverflowError("as good as a kill");
        };
    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(StackOverflowError.class);
    lake.x = lake.direct;
  }
}
