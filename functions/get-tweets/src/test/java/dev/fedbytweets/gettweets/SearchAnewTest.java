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
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Searching a known subject anew from a time on.
class SearchAnewTest {

  private static final Instant NOON = MemoryLake.NOON;
  private static final Duration HORIZON = Duration.ofDays(7);

  private final MemoryLake lake = new MemoryLake();

  @Test
  void searchesWithTheSubjectsQueryFromThatTimeToNow() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));
    lake.ask("espresso");
    lake.searchFrom(NOON.minus(Duration.ofMinutes(60)));
    long newest = lake.posts.post(lake.clock.instant().minusSeconds(60), 1);

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(output.counts().read()).isEqualTo(61);
    assertThat(output.repeatedPosts() + output.latePosts()).isZero();
    SearchRequest asked = lake.answered().getLast();
    assertThat(asked.query()).isEqualTo("espresso");
    assertThat(asked.sinceId())
        .isEqualTo(Snowflake.smallestAt(NOON.minus(Duration.ofMinutes(60))) - 1);
    assertThat(new HashSet<>(lake.storedPosts())).hasSize(251).containsAll(ids).contains(newest);
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(newest);
    assertThat(lake.checkpoint().coverage().query()).isEqualTo("espresso");
  }

  @Test
  void theRunAfterThatGoesOnWhereItEnded() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 50);
    lake.collect("first");
    lake.searchFrom(NOON.minus(Duration.ofHours(2)));
    lake.collect("second");
    lake.searchFrom(null);
    long newest = lake.checkpoint().coverage().newestId();

    assertThat(lake.collect("third").counts().read()).isZero();
    assertThat(lake.answered().getLast().sinceId()).isEqualTo(newest);
  }

  @Test
  void aSubjectThatIsNewBeginsThere() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.searchFrom(NOON.minus(Duration.ofMinutes(30)));

    lake.collect("first");
    assertThat(lake.storedPosts()).hasSize(30);
    lake.searchFrom(NOON.minus(Duration.ofDays(1)));
    lake.collect("second");

    assertThat(lake.storedPosts()).hasSize(280).containsAll(ids);
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"first, 2026-11-14T12:02:00Z", "third, 2026-11-21T11:59:30Z"})
  void anOpenWindowIsLeftAndWhatItHasNotReadIsSearchedToo(String left, Instant begin) {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    if (left.equals("third")) {
      lake.limit(null, null);
      lake.collect("second");
      lake.clock.advance(Duration.ofHours(5));
      lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 250);
      lake.limit(100, null);
      lake.collect("third");
    }
    lake.limit(null, null);
    lake.ask("espresso");
    lake.searchFrom(lake.clock.instant().minusSeconds(120));

    lake.collect("last");

    SearchRequest asked = first(lake.answered(), "espresso");
    long beginId = Snowflake.smallestAt(begin) - 1;
    assertThat(asked.sinceId()).isEqualTo(beginId);
    assertThat(asked.untilId()).isNull();
    assertThat(asked.token()).isNull();
    assertThat(new HashSet<>(lake.storedPosts())).hasSize(lake.posts.ids().size()).containsAll(ids);
    assertThat(lake.checkpoint().window()).isNull();
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-14T10:00:00Z, 'X searches seven days back, from 2026-11-14T12:02:00Z on'",
    "2009-01-01T00:00:00Z, 'X searches seven days back, from 2026-11-14T12:02:00Z on'",
    "2026-11-21T12:00:01Z, that is in the future",
  })
  void whatXDoesNotSearchIsRefusedWithTheReason(Instant from, String reason) {
    lake.collect("first");
    Checkpoint before = lake.checkpoint();
    lake.searchFrom(from);

    assertThatThrownBy(() -> lake.collect("second"))
        .isInstanceOf(RejectedException.class)
        .hasMessage("subject 'coffee' cannot be searched from %s on: %s".formatted(from, reason));
    assertThat(lake.checkpoint()).isEqualTo(before);
    assertThat(lake.answered()).hasSize(1);
  }

  @Test
  void sevenDaysAgoIsAsFarBackAsXSearches() {
    lake.collect("first");
    lake.searchFrom(NOON.minus(HORIZON));

    lake.collect("second");

    assertThat(lake.answered().getLast().sinceId())
        .isEqualTo(Snowflake.smallestAt(NOON.minus(HORIZON).plusSeconds(120)) - 1);
  }

  @Test
  void theSameSearchGoesOnWhereALimitStoppedIt() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.collect("first");
    lake.searchFrom(NOON.minus(Duration.ofHours(5)));
    lake.limit(100, null);

    assertThat(lake.collect("second").reason()).isEqualTo(StopReason.RUN_LIMIT);
    assertThat(lake.collect("third").counts().read()).isEqualTo(100);
    GetTweetsOutput fourth = lake.collect("fourth");

    assertThat(fourth.counts().read()).isEqualTo(50);
    assertThat(fourth.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.storedPosts()).hasSize(500);
    assertThat(lake.checkpoint().isCompleteFor(new RunName("fourth"))).isTrue();
  }

  @Test
  void aRunWithoutThatTimeEndsTheSearchAndThenReadsWhatIsNew() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.collect("first");
    lake.searchFrom(NOON.minus(Duration.ofHours(5)));
    lake.limit(100, null);
    lake.collect("second");
    lake.searchFrom(null);
    lake.limit(null, null);
    lake.clock.advance(Duration.ofMinutes(10));
    lake.posts.post(lake.clock.instant().minusSeconds(60), 1);

    assertThat(lake.collect("third").counts().read()).isEqualTo(151);
    assertThat(lake.storedPosts()).hasSize(501);
    assertThat(lake.checkpoint().window()).isNull();
  }

  @Test
  void whatIsCollectedStaysSoIfXStopsSearchingItMeanwhile() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.collect("first");
    lake.searchFrom(NOON.minus(Duration.ofHours(5)));
    lake.limit(100, null);
    lake.collect("second");
    lake.searchFrom(null);
    lake.limit(null, null);
    lake.clock.advance(HORIZON.minus(Duration.ofHours(3)));

    GetTweetsOutput output = lake.collect("third");

    assertThat(output.gaps()).isZero();
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
    assertThat(new HashSet<>(lake.storedPosts())).hasSize(250);
  }

  @Test
  void whatIsReadOfAGapIsNoGapAnyMore() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    Gap gap = lakeWithAGap();
    assertThat(lake.storedPosts()).hasSize(150);
    lake.searchFrom(Snowflake.timeOf(ids.get(120)));
    lake.giveAtMost(60);
    lake.limit(160, null);

    lake.collect("second");
    List<Gap> afterTwoPages = lake.checkpoint().coverage().gaps();
    lake.limit(null, null);
    lake.collect("third");

    assertThat(afterTwoPages).extracting(Gap::sinceId).containsExactly(gap.sinceId());
    assertThat(afterTwoPages).extracting(Gap::untilId).containsExactly(ids.get(130));
    Gap rest = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(rest.sinceId()).isEqualTo(gap.sinceId());
    assertThat(rest.untilId()).isEqualTo(Snowflake.smallestAt(Snowflake.timeOf(ids.get(120))));
    assertThat(lake.checkpoint().coverage().gaps()).hasSize(1);
    assertThat(lake.metrics.count(Metric.GAPS)).isEqualTo(1);

    lake.searchFrom(NOON.minus(Duration.ofDays(1)));
    lake.collect("fourth");

    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
    assertThat(new HashSet<>(lake.storedPosts())).hasSize(250);
  }

  @Test
  void whatCannotBeReadAgainStaysAGap() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    Gap gap = lakeWithAGap();
    lake.searchFrom(NOON.minus(Duration.ofDays(1)));

    cutSecondPages("second");

    assertThat(lake.checkpoint().coverage().gaps()).containsExactly(gap);
    assertThat(lake.checkpoint().window()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void whatAWindowHadNotReadIsReadThoughXWasAwayWhenItWasLeft(
      boolean hasCoverage, boolean isRepeated) {
    if (hasCoverage) {
      lake.collect("empty");
      lake.clock.advance(Duration.ofHours(7));
    }
    List<Long> ids = lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 350);
    lake.limit(300, null);
    Gap gap = lakeWithAGap();
    lake.limit(null, null);
    findXAway("anew");
    if (isRepeated) {
      lake.clock.advance(Duration.ofMinutes(1));
      findXAway("again");
    }
    lake.searchFrom(null);

    lake.collect("ordinary");

    assertThat(new HashSet<>(lake.storedPosts())).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lake.checkpoint().coverage().gaps()).doesNotContain(gap);
    assertThat(lake.checkpoint().window()).isNull();
  }

  private void findXAway(String run) {
    lake.searchFrom(lake.clock.instant());
    lake.x =
        _ -> {
          throw new IOException("away");
        };
    assertThatThrownBy(() -> lake.collect(run)).isInstanceOf(RetryableException.class);
    lake.x = lake.direct;
    assertThat(lake.checkpoint().currentWindow().started()).isFalse();
  }

  static Stream<Arguments> kills() {
    return IntStream.rangeClosed(1, operations())
        .boxed()
        .flatMap(
            operation ->
                Stream.of(Moment.values())
                    .flatMap(
                        moment ->
                            Stream.of("killed", "another", "ordinary")
                                .map(survivor -> Arguments.of(operation, moment, survivor))));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nothingIsLostIfItIsKilledAnywhere(int operation, Moment moment, String survivor) {
    MemoryLake killed = prepared();
    FaultInjector deadly = FaultInjector.breaking(operation - 1, moment);
    int before = killed.answered().size();

    assertThatThrownBy(
            () -> killed.collectToEnd("killed", new FaultyObjectStore(killed.store, deadly)))
        .isInstanceOf(Killed.class);
    int lost = killed.answered().size() - killed.pages().size();
    if (survivor.equals("ordinary")) {
      killed.searchFrom(null);
    }
    killed.collectToEnd(survivor);

    assertThat(new HashSet<>(killed.storedPosts()))
        .containsExactlyInAnyOrderElementsOf(killed.posts.ids());
    assertThat(killed.checkpoint().window()).isNull();
    assertThat(killed.checkpoint().lease()).isNull();
    assertThat(killed.checkpoint().coverage().gaps()).isEmpty();
    assertThat(killed.checkpoint().posts().total()).isEqualTo(killed.storedPosts().size());
    assertThat(killed.checkpoint().coverage().newestId())
        .isEqualTo(Collections.max(killed.posts.ids()));
    if (survivor.equals("killed")) {
      assertThat(killed.answered().size() - before - lost).isEqualTo(pagesOfTheSearch());
    }
  }

  private static int operations() {
    FaultInjector faults = new FaultInjector();
    MemoryLake undisturbed = prepared();
    undisturbed.collectToEnd("killed", new FaultyObjectStore(undisturbed.store, faults));
    return faults.operations().size();
  }

  private static int pagesOfTheSearch() {
    MemoryLake undisturbed = prepared();
    int before = undisturbed.answered().size();
    undisturbed.collectToEnd("killed");
    return undisturbed.answered().size() - before;
  }

  /// A lake with a window half read in other words, and newer posts.
  private static MemoryLake prepared() {
    MemoryLake lake = new MemoryLake();
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.collect("first");
    lake.clock.advance(Duration.ofMinutes(200));
    lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 150);
    lake.limit(100, null);
    lake.collect("earlier");
    lake.limit(null, null);
    lake.ask("espresso");
    lake.searchFrom(NOON.minus(Duration.ofHours(5)));
    lake.giveAtMost(20);
    lake.config = lake.config.withPagesPerInvocation(7);
    return lake;
  }

  /// The second page of the first window cannot be read.
  private Gap lakeWithAGap() {
    cutSecondPages("first");
    return lake.checkpoint().coverage().gaps().getFirst();
  }

  /// X cuts the second page of a run, and again when it is asked for once more.
  private void cutSecondPages(String run) {
    int begun = lake.answered().size();
    lake.x =
        request -> {
          XResponse response = lake.direct.search(request);
          int asked = lake.answered().size() - begun;
          return asked == 2 || asked == 3 ? cut(response) : response;
        };
    assertThatThrownBy(() -> lake.collect(run)).isInstanceOf(RetryableException.class);
    lake.collect(run);
    lake.x = lake.direct;
  }

  private static XResponse cut(XResponse response) {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    byte[] beginning =
        body.substring(0, body.lastIndexOf("\"includes\"")).getBytes(StandardCharsets.UTF_8);
    return new XResponse(
        response.status(),
        beginning,
        response.rateLimit(),
        response.requestedAt(),
        response.retrievedAt(),
        response.date());
  }

  private static SearchRequest first(List<SearchRequest> requests, String query) {
    return requests.stream()
        .filter(request -> request.query().equals(query))
        .findFirst()
        .orElseThrow();
  }
}
