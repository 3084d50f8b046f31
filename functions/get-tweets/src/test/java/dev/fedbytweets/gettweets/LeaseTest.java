package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Holder;
import dev.fedbytweets.gettweets.checkpoint.Lease;
import dev.fedbytweets.gettweets.doubles.Timeline;
import dev.fedbytweets.gettweets.x.XResponse;
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

/// One collector of a subject at a time.
class LeaseTest {

  private static final Instant NOON = Lake.NOON;
  private static final Holder OTHER = new Holder("other");

  private final Lake lake = new Lake();

  @Test
  void whileOneAsksTheOtherWaits() {
    lake.timeline.postEachMinute(NOON.minusSeconds(60), 150);
    List<GetTweetsOutput> others = new ArrayList<>();
    List<Lease> leases = new ArrayList<>();
    lake.x =
        request -> {
          leases.add(lake.checkpoint().lease());
          lake.clock.advance(Duration.ofSeconds(10));
          others.add(lake.collect("other", OTHER, Instant.MAX));
          return lake.timeline.search(request);
        };

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.counts().read()).isEqualTo(150);
    assertThat(leases)
        .containsExactly(
            new Lease(Lake.HOLDER, NOON.plusSeconds(60)),
            new Lease(Lake.HOLDER, NOON.plusSeconds(70)));
    assertThat(others).hasSize(2).allMatch(other -> other.status() == Progress.WAIT);
    assertThat(others.getLast().reason()).isEqualTo(StopReason.HELD);
    assertThat(others.getLast().resumeAt()).isEqualTo(NOON.plusSeconds(70));
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
          lake.clock.advance(Duration.ofSeconds(25));
          return ends.size() == 1 ? refusedWords() : lake.timeline.search(request);
        };

    lake.collect("first");

    assertThat(ends).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(25 + 60));
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
    assertThat(early.resumeAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(later.status()).isEqualTo(Progress.DONE);
  }

  @Test
  void aFailureGivesTheLeaseBack() {
    lake.x =
        request -> {
          throw new IOException("connection reset");
        };

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    lake.x = lake.timeline;
    GetTweetsOutput output = lake.collect("first", OTHER, Instant.MAX);

    assertThat(output.status()).isEqualTo(Progress.DONE);
  }

  @Test
  void whoCameTooLateChangesNothing() {
    lake.timeline.postEachMinute(NOON.minusSeconds(60), 250);
    int[] calls = {0};
    lake.x =
        request -> {
          if (calls[0]++ == 0) {
            lake.clock.advance(Duration.ofMinutes(5));
            lake.collect("second", OTHER, Instant.MAX);
          }
          return lake.timeline.search(request);
        };

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("state/collector/coffee.json was moved by another invocation");
    Checkpoint checkpoint = lake.checkpoint();
    assertThat(checkpoint.run().name().value()).isEqualTo("second");
    assertThat(checkpoint.completeFor(checkpoint.run().name())).isTrue();
    assertThat(checkpoint.lease()).isNull();
    assertThat(lake.keys("raw/"))
        .as("what was paid for is kept, twice where it was asked for twice")
        .hasSize(4);
  }

  @Test
  void aPageThatALateInvocationOfTheSameRunStoredIsTakenInItsPlace() {
    lake.timeline.postEachMinute(NOON.minusSeconds(60), 250);
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
          return lake.timeline.search(request);
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
    lake.timeline.postEachMinute(NOON.minusSeconds(60), 1050);
    List<Callable<GetTweetsOutput>> collectors =
        IntStream.range(0, 8)
            .<Callable<GetTweetsOutput>>mapToObj(
                i -> () -> lake.collect("run-" + i, new Holder("holder-" + i), Instant.MAX))
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

  private XResponse refusedWords() {
    byte[] body = "{\"parameter\":\"post.fields\"}".getBytes(StandardCharsets.UTF_8);
    Instant now = lake.clock.instant();
    return new XResponse(400, body, Timeline.PLENTY, now, now);
  }

  private void dieWhileAsking() {
    lake.x =
        request -> {
          throw new StackOverflowError("as good as a kill");
        };
    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(StackOverflowError.class);
    lake.x = lake.timeline;
  }
}
