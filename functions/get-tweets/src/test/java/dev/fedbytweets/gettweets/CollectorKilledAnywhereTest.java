package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Killed;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.JournalEntry.From;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.x.SearchRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Kills a collector at each operation on the store in turn, before and after it takes effect,
/// and lets another one collect to the end.
class CollectorKilledAnywhereTest {

  private static final Instant NOON = MemoryLake.NOON;

  private static final String RUN = "killed";

  /// How a run of the test reads.
  ///
  /// @param largestPage posts in a page
  /// @param pagesPerInvocation after which it stops
  record Reading(int largestPage, int pagesPerInvocation) {}

  /// With a stop at every third page, or with the checkpoint moving at every twentieth only.
  private static final List<Reading> READINGS = List.of(new Reading(100, 3), new Reading(6, 400));

  static Stream<Arguments> kills() {
    return READINGS.stream()
        .flatMap(
            reading ->
                IntStream.rangeClosed(1, operations(reading))
                    .boxed()
                    .flatMap(
                        operation ->
                            Stream.of(Moment.values())
                                .flatMap(
                                    moment ->
                                        Stream.of(RUN, "another")
                                            .map(
                                                survivor ->
                                                    Arguments.of(
                                                        reading, operation, moment, survivor)))));
  }

  private static int operations(Reading reading) {
    MemoryLake lake = prepared(reading);
    FaultInjector faults = new FaultInjector();
    lake.collectToEnd(RUN, new FaultyObjectStore(lake.store, faults));
    return faults.operations().size();
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nothingIsLostAndNothingIsPaidTwice(
      Reading reading, int operation, Moment moment, String survivor) {
    MemoryLake undisturbed = prepared(reading);
    undisturbed.collectToEnd(RUN);
    MemoryLake lake = prepared(reading);
    ObjectStore dying =
        new FaultyObjectStore(lake.store, FaultInjector.breaking(operation - 1, moment));

    assertThatThrownBy(() -> lake.collectToEnd(RUN, dying)).isInstanceOf(Killed.class);
    int storedBefore = lake.keys("raw/").size();
    int answeredBefore = lake.answered().size();
    GetTweetsOutput output = lake.collectToEnd(survivor);

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(lake.posts.ids());
    assertThat(repeated(lake.answered()))
        .as("pages that were asked for again")
        .isEqualTo(answeredBefore - storedBefore);
    assertSameProgress(lake.checkpoint(), undisturbed.checkpoint());
    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    if (survivor.equals(RUN)) {
      assertThat(output).isEqualTo(undisturbed.collect(RUN));
      assertThat(lake.pages()).isEqualTo(undisturbed.pages());
    }
    assertEveryPageIsAnnounced(lake);
    assertPostsAreCountedOnceAtMost(lake, moment);
  }

  /// Who dies between moving the checkpoint and telling of it does not tell.
  private static void assertPostsAreCountedOnceAtMost(MemoryLake lake, Moment moment) {
    long posts = lake.posts.ids().size();
    assertThat(lake.metrics.count(Metric.POSTS_READ))
        .isBetween(moment == Moment.BEFORE ? posts : 1, posts);
    assertThat(lake.metrics.sum(Metric.ESTIMATED_CHARGE_USD))
        .isEqualByComparingTo(
            lake.config.prices().chargeUsd(lake.metrics.count(Metric.POSTS_READ), 0));
  }

  /// A lake with a window half read by an earlier run, and newer posts.
  private static MemoryLake prepared(Reading reading) {
    MemoryLake lake = new MemoryLake();
    lake.giveAtMost(reading.largestPage());
    lake.posts.postEachMinute(NOON.minus(Duration.ofMinutes(1)), 350);
    lake.limit(100, null);
    lake.collect("earlier");
    lake.limit(null, null);
    lake.clock.advance(Duration.ofMinutes(30));
    lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 25);
    lake.config = lake.config.withPagesPerInvocation(reading.pagesPerInvocation());
    return lake;
  }

  private static int repeated(List<SearchRequest> answered) {
    return answered.size() - (int) answered.stream().distinct().count();
  }

  private static void assertSameProgress(Checkpoint checkpoint, Checkpoint expected) {
    assertThat(checkpoint.coverage().newestId()).isEqualTo(expected.coverage().newestId());
    assertThat(checkpoint.coverage().until()).isEqualTo(expected.coverage().until());
    assertThat(checkpoint.window()).isEqualTo(expected.window()).isNull();
    assertThat(checkpoint.posts()).isEqualTo(expected.posts());
    assertThat(checkpoint.coverage().gaps()).isEqualTo(expected.coverage().gaps());
    assertThat(checkpoint.throttled()).isEqualTo(expected.throttled());
    assertThat(checkpoint.lease()).isNull();
  }

  private static void assertEveryPageIsAnnounced(MemoryLake lake) {
    List<JournalEntry> entries =
        lake.journal().from(MemoryLake.COFFEE, 1).stream()
            .map(number -> lake.journal().read(MemoryLake.COFFEE, number))
            .toList();
    assertThat(entries).doesNotHaveDuplicates();
    assertThat(lake.pages())
        .allMatch(
            page ->
                entries.stream()
                    .map(From.class::cast)
                    .anyMatch(
                        entry ->
                            entry.page().run().equals(page.run())
                                && entry.page().number() <= page.number()));
  }
}
