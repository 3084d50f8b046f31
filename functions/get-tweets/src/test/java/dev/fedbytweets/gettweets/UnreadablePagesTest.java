package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Killed;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.XStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers of X with status 200 that are no page, over HTTP.
class UnreadablePagesTest {

  private static final Instant NOON = MemoryLake.NOON;
  private static final String QUARANTINE = "quarantine/raw/subject=coffee/date=2026-11-21/run=";

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.connected();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPageThatIsCutOnceIsAskedForOnceMoreAndNothingIsLost() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(2, Fault.jsonCutShort());

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("page-00002.json.gz: the answer of X is no page: it breaks off");
    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(4);
    assertThat(lake.keys("quarantine/")).containsExactly(QUARANTINE + "first/page-00002.json.gz");
    assertThat(lake.pages()).extracting(page -> page.number()).containsExactly(1, 3, 4);
    assertThat(output.pages()).isEqualTo(3);
    assertThat(output.unreadablePages()).isEqualTo(1);
    assertThat(output.counts()).isEqualTo(new Counts(350, 250, 100, 0));
    assertThat(output.gaps()).isZero();
    assertThat(posts(lake)).isEqualTo(350);
    assertThat(lake.metrics.count(Metric.ROWS_QUARANTINED)).isEqualTo(1);
    assertNothingIsOpen();
  }

  @Test
  void belowAPageThatIsAlwaysCutCollectingGoesOnWithAGap() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(2, Fault.jsonCutShort());
    server.failRequest(3, Fault.jsonCutShort());

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(output.unreadablePages()).isEqualTo(2);
    assertThat(output.gaps()).isEqualTo(1);
    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(gap.reason()).isEqualTo(Gap.UNREADABLE);
    assertEachIsStoredOnceOrInAGap(lake);
    assertThat(lake.storedPosts()).hasSizeGreaterThan(150);
    assertNothingIsOpen();
  }

  @Test
  void aFirstPageThatIsAlwaysCutIsPassedToo() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(1, Fault.jsonCutShort());
    server.failRequest(2, Fault.jsonCutShort());

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    lake.collect("first");
    long later = lake.posts.post(NOON.plusSeconds(60), 1);
    lake.clock.advance(Duration.ofHours(1));
    lake.collect("second");

    assertEachIsStoredOnceOrInAGap(lake);
    assertThat(lake.storedPosts()).contains(later).doesNotHaveDuplicates();
    assertThat(lake.checkpoint().coverage().gaps()).hasSize(1);
    assertNothingIsOpen();
  }

  /// Each post is once at most in a page that is not the overlap's, and never in a gap too.
  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT1H"})
  void windowsThatOverlapReadNothingThatLiesInAGap(String overlap) {
    lake.set("X_WINDOW_OVERLAP", overlap);
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(1, Fault.jsonCutShort());
    server.failRequest(2, Fault.jsonCutShort());
    server.failRequest(3, Fault.jsonCutShort());
    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));
    lake.posts.postEachMinute(NOON.plus(Duration.ofMinutes(50)), 45);
    int asked = server.log().requests().size();
    server.failRequest(asked + 1, Fault.jsonCutShort());
    server.failRequest(asked + 2, Fault.jsonCutShort());
    assertThatThrownBy(() -> lake.collect("second")).isInstanceOf(RetryableException.class);
    lake.collect("second");
    lake.clock.advance(Duration.ofHours(1));
    long last = lake.posts.post(NOON.plus(Duration.ofMinutes(90)), 1);

    lake.collect("third");

    assertThat(lake.storedPosts()).contains(last);
    assertThat(lake.posts.ids()).allMatch(id -> isStored(id) != isInAGap(id));
    assertThat(lake.checkpoint().run().totals().late()).isZero();
    assertNothingIsOpen();
  }

  private boolean isStored(long id) {
    return lake.storedPosts().contains(id);
  }

  private boolean isInAGap(long id) {
    return lake.checkpoint().coverage().gaps().stream()
        .anyMatch(gap -> gap.sinceId() < id && id < gap.untilId());
  }

  @Test
  void behindATokenThatLeadsToWebPagesTheRestIsAskedForWithoutIt() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(2, Fault.webPage());
    server.failRequest(3, Fault.webPage());

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    GetTweetsOutput output = lake.collect("first");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(output.counts()).isEqualTo(new Counts(250, 250, 0, 0));
    assertThat(output.unreadablePages()).isEqualTo(2);
    assertThat(server.log().requests().get(3).parameters())
        .containsEntry("until_id", Long.toString(ids.get(150)))
        .doesNotContainKey("next_token");
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
    assertNothingIsOpen();
  }

  @Test
  void webPagesForSomeHoursLoseNothing() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failNext(Fault.webPage(), 3);

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RejectedException.class);
    lake.clock.advance(Duration.ofHours(7));
    assertThatThrownBy(() -> lake.collect("second")).isInstanceOf(RetryableException.class);
    lake.clock.advance(Duration.ofHours(7));
    lake.collect("third");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(posts(lake)).isEqualTo(250);
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
    assertNothingIsOpen();
  }

  @Test
  void webPagesForADayLeaveGapsAndNewerPostsAreCollected() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(2, Fault.webPage());
    server.failRequest(3, Fault.webPage());
    server.failRequest(4, Fault.webPage());
    server.failRequest(5, Fault.webPage());

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RejectedException.class);
    lake.clock.advance(Duration.ofDays(1));
    long later = lake.posts.post(NOON.plusSeconds(60), 1);
    GetTweetsOutput output = lake.collect("second");

    assertThat(lake.checkpoint().coverage().gaps())
        .extracting(Gap::reason)
        .containsExactly(Gap.BEYOND_SEARCH, Gap.UNREADABLE);
    assertThat(output.gaps()).isEqualTo(2);
    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertEachIsStoredOnceOrInAGap(lake);
    assertThat(lake.storedPosts()).hasSize(101).contains(later);
    assertNothingIsOpen();
  }

  @Test
  void whereverItDiesEveryPostIsStoredOnceOrInAGapAndEveryAnswerCounts() {
    int operations = operationsOf(cutTwice(new MemoryLake()));
    for (int operation = 0; operation < operations; operation++) {
      for (Moment moment : Moment.values()) {
        MemoryLake other = cutTwice(new MemoryLake());
        FaultInjector faults = FaultInjector.breaking(operation, moment);
        assertThatThrownBy(() -> collectAgain(other, new FaultyObjectStore(other.store, faults)))
            .isInstanceOf(Killed.class);

        GetTweetsOutput output = collectAgain(other, other.store);

        int quarantined = other.keys("quarantine/").size();
        assertThat(output.unreadablePages()).isEqualTo(quarantined);
        assertThat(output.pages()).isEqualTo(other.pages().size());
        assertThat(posts(other))
            .isEqualTo(output.counts().read())
            .isEqualTo(100L * quarantined + other.storedPosts().size());
        assertEachIsStoredOnceOrInAGap(other);
      }
    }
  }

  private static int operationsOf(MemoryLake other) {
    FaultInjector counting = new FaultInjector();
    collectAgain(other, new FaultyObjectStore(other.store, counting));
    return counting.operations().size();
  }

  /// A lake whose second page X cuts short, twice.
  private static MemoryLake cutTwice(MemoryLake other) {
    other.posts.postEachMinute(NOON.minusSeconds(60), 250);
    other.standIn.failRequest(2, Fault.jsonCutShort());
    other.standIn.failRequest(3, Fault.jsonCutShort());
    return other;
  }

  /// As the state machine does it.
  private static GetTweetsOutput collectAgain(MemoryLake other, ObjectStore store) {
    try {
      return other.collectToEnd("first", store);
    } catch (RetryableException e) {
      return other.collectToEnd("first", store);
    }
  }

  @Test
  void theRunsLimitCountsWhatXMayCharge() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(200, null);
    server.failRequest(1, Fault.jsonCutShort());
    server.failRequest(2, Fault.jsonCutShort());

    assertThatThrownBy(() -> lake.collect("first")).isInstanceOf(RetryableException.class);
    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.RUN_LIMIT);
    assertThat(server.log().requests()).hasSize(2);
  }

  private static void assertEachIsStoredOnceOrInAGap(MemoryLake lake) {
    List<Gap> gaps = lake.checkpoint().coverage().gaps();
    List<Long> stored = lake.storedPosts();
    assertThat(stored).doesNotHaveDuplicates();
    assertThat(lake.posts.ids())
        .allMatch(
            id ->
                stored.contains(id)
                    != gaps.stream().anyMatch(gap -> gap.sinceId() < id && id < gap.untilId()));
  }

  private static long posts(MemoryLake lake) {
    return lake.checkpoint().posts().months().get(YearMonth.of(2026, 11));
  }

  private void assertNothingIsOpen() {
    assertThat(lake.checkpoint().window()).isNull();
    assertThat(lake.checkpoint().lease()).isNull();
  }
}
