package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Killed;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.xclient.XResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Collectors that died while the stored checkpoint was behind what they had stored. 45 pages,
/// two posts each.
class CheckpointBehindTest {

  private static final int PAGES = 45;
  private static final int POSTS = 2 * PAGES;
  private static final String RUN = "killed";

  private final MemoryLake lake = new MemoryLake();

  @BeforeEach
  void post() {
    post(lake);
  }

  static Stream<Arguments> deaths() {
    return IntStream.of(1, 7, 19, 20, 21, 33, 39, 40, 41, 44)
        .boxed()
        .flatMap(pages -> Stream.of(Arguments.of(pages, RUN), Arguments.of(pages, "another")));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void theNextOneTakesAllPagesInThatTheDeadOneStored(int pages, String survivor) {
    MemoryLake undisturbed = new MemoryLake();
    post(undisturbed);
    GetTweetsOutput expected = undisturbed.collect(RUN);
    dieAfter(pages);
    assertThat(lake.checkpoint().run().lastPage())
        .isEqualTo(pages - pages % LeasedCheckpoint.MOST_UNSAVED_PAGES);

    GetTweetsOutput output = lake.collectToEnd(survivor);

    assertEachPageWasAskedForOnce();
    if (survivor.equals(RUN)) {
      assertThat(output).isEqualTo(expected);
      assertThat(lake.checkpoint()).isEqualTo(undisturbed.checkpoint());
      assertThat(lake.pages()).isEqualTo(undisturbed.pages());
    } else {
      assertThat(output.pages()).as("the rest, and a window of its own").isEqualTo(45 - pages + 1);
      assertThat(lake.checkpoint().coverage().newestId())
          .isEqualTo(undisturbed.checkpoint().coverage().newestId());
      assertThat(lake.checkpoint().posts()).isEqualTo(undisturbed.checkpoint().posts());
    }
  }

  @Test
  void theLastPagesOfADeadRunEndItsWindow() {
    dieBeforeTheLastMove();
    Checkpoint behind = lake.checkpoint();
    lake.clock.advance(Duration.ofHours(7));
    long fresh = lake.posts.post(lake.clock.instant().minusSeconds(60), 1);
    lake.ask("tea");

    GetTweetsOutput output = lake.collect("another");

    assertThat(behind.window()).isNotNull();
    assertThat(behind.run().lastPage()).isEqualTo(40);
    assertThat(output.pages()).isEqualTo(1);
    assertThat(lake.answered()).hasSize(PAGES + 1);
    assertThat(lake.answered().getLast().query()).isEqualTo("tea");
    assertThat(lake.answered().getLast().sinceId())
        .isEqualTo(lake.posts.ids().stream().sorted().toList().get(POSTS - 1));
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(fresh);
    assertThat(lake.checkpoint().posts().inMonthOf(MemoryLake.NOON)).isEqualTo(POSTS + 1);
  }

  @Test
  void aRunWhoseLastPagesAreTakenInIsDone() {
    dieBeforeTheLastMove();

    GetTweetsOutput output = lake.collect(RUN);

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(output.pages()).isEqualTo(PAGES);
    assertThat(output.counts().read()).isEqualTo(POSTS);
    assertEachPageWasAskedForOnce();
  }

  @Test
  void aRunThatComesBackAfterAnotherCountsAllItsPages() {
    dieAfter(33);
    lake.collect("another");

    GetTweetsOutput output = lake.collect(RUN);

    assertThat(output.pages()).isEqualTo(33 + 1);
    assertThat(output.counts().read()).isEqualTo(66);
    assertThat(lake.checkpoint().posts().inMonthOf(MemoryLake.NOON)).isEqualTo(POSTS);
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void theWindowOfADeadRunKeepsItsQuery(int pages, String survivor) {
    dieAfter(pages);
    lake.ask("tea");

    lake.collect(survivor);

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(lake.posts.ids());
    assertThat(lake.answered())
        .extracting(SearchRequest::query)
        .filteredOn("tea"::equals)
        .hasSize(survivor.equals(RUN) ? 0 : 1);
  }

  /// Queries that X accepts, up to 512 characters, but whose encoded form does not fit into a
  /// page's metadata.
  static Stream<String> longQueries() {
    return Stream.of(
        "\u00e9t\u00e9".repeat(160) + " OR th\u00e9",
        "\u30ab\u30d5\u30a7".repeat(160) + " OR \u73c8\u7432",
        "\u2615\ud83c\udf75".repeat(160) + " OR tea");
  }

  @ParameterizedTest
  @MethodSource("longQueries")
  void pagesOfALongQueryAreTakenInByItsBeginning(String query) {
    lake.ask(query);
    dieAfter(33);

    GetTweetsOutput output = lake.collectToEnd("another");

    assertThat(lake.pages())
        .filteredOn(page -> page.run().value().equals(RUN))
        .extracting(page -> lake.metadata(page).request().query())
        .hasSize(33)
        .allMatch(kept -> kept.length() < query.length() && query.startsWith(kept));
    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(output.pages()).as("the rest, and a window of its own").isEqualTo(PAGES - 33 + 1);
    assertThat(lake.answered()).extracting(SearchRequest::query).containsOnly(query);
    assertEachPageWasAskedForOnce();
  }

  @Test
  void pagesThatTheCheckpointDidNotKnowCountForTheRunsLimit() {
    dieAfter(33);
    lake.limit(165, null);

    GetTweetsOutput output = lake.collect(RUN);

    assertThat(output.reason()).isEqualTo(StopReason.RUN_LIMIT);
    assertThat(output.pages()).isEqualTo(33);
    assertThat(output.counts().read()).isEqualTo(66);
    assertThat(lake.answered()).hasSize(33);
    lake.limit(null, null);
    lake.collect(RUN);
    assertEachPageWasAskedForOnce();
  }

  @Test
  void aLimitBelowThePagesOfADeadRunBeginsAnewBelowWhatItStored() {
    dieAfter(33);
    lake.limit(10, null);

    GetTweetsOutput output = lake.collect("another");

    SearchRequest first = lake.answered().get(33);
    assertThat(output.reason()).isEqualTo(StopReason.RUN_LIMIT);
    assertThat(first.pageSize()).isEqualTo(10);
    assertThat(first.token()).isNull();
    assertThat(first.untilId())
        .isEqualTo(lake.posts.ids().stream().sorted().toList().get(POSTS - 66));
    assertThat(lake.storedPosts()).doesNotHaveDuplicates();
  }

  @Test
  void pagesThatTheCheckpointDidNotKnowCountForTheMonth() {
    dieAfter(33);
    lake.limit(null, 165);

    GetTweetsOutput output = lake.collect("another");

    assertThat(output.reason()).isEqualTo(StopReason.MONTH_LIMIT);
    assertThat(output.pages()).isZero();
    assertThat(lake.answered()).hasSize(33);
    assertThat(lake.checkpoint().posts().inMonthOf(MemoryLake.NOON)).isEqualTo(66);
  }

  @Test
  void howFarItHasComeIsToldByThePagesToo() {
    dieAfter(33);
    CheckpointView view = new CheckpointView(lake.store);

    Checkpoint told = view.read(MemoryLake.COFFEE).orElseThrow();

    assertThat(told.posts().inMonthOf(MemoryLake.NOON)).isEqualTo(66);
    assertThat(told.currentWindow().progress().pages()).isEqualTo(33);
    assertThat(lake.checkpoint().currentWindow().progress().pages())
        .as("nothing was changed")
        .isEqualTo(20);
    assertThat(view.read(lake.subject.name())).contains(told);
  }

  @Test
  void theExpectedChargeKnowsThePagesToo() {
    dieAfter(33);
    byte[] count = "{\"meta\":{\"total_post_count\":90}}".getBytes(StandardCharsets.UTF_8);
    ExpectedCharge charge =
        new ExpectedCharge(
            lake.config,
            lake.store,
            (query, sinceId) ->
                new XResponse(
                    200, count, MemoryLake.PLENTY, MemoryLake.NOON, MemoryLake.NOON, null),
            lake.clock);

    assertThat(charge.of(lake.subject).posts()).contains(90L - 66L);
  }

  private static void post(MemoryLake lake) {
    lake.giveAtMost(2);
    lake.posts.postEachMinute(MemoryLake.NOON.minusSeconds(60), POSTS);
  }

  /// Kills a run when it is about to ask for the page after these.
  private void dieAfter(int pages) {
    FaultInjector faults = new FaultInjector();
    ObjectStore store = new FaultyObjectStore(lake.store, faults);
    lake.x =
        request -> {
          if (lake.answered().size() == pages) {
            throw faults.kill();
          }
          return lake.direct.search(request);
        };
    assertThatThrownBy(() -> lake.collectToEnd(RUN, store)).isInstanceOf(Killed.class);
    lake.x = lake.direct;
    assertThat(lake.pages()).hasSize(pages);
  }

  /// Kills a run after it has stored its last page.
  private void dieBeforeTheLastMove() {
    MemoryLake undisturbed = new MemoryLake();
    post(undisturbed);
    FaultInjector counting = new FaultInjector();
    undisturbed.collectToEnd(RUN, new FaultyObjectStore(undisturbed.store, counting));
    int last = counting.operations().size() - 1;
    ObjectStore store =
        new FaultyObjectStore(lake.store, FaultInjector.breaking(last, Moment.BEFORE));
    assertThatThrownBy(
            () -> lake.getTweets(store).collect(lake.input(RUN), MemoryLake.HOLDER, Instant.MAX))
        .isInstanceOf(Killed.class);
    assertThat(lake.pages()).hasSize(PAGES);
  }

  private void assertEachPageWasAskedForOnce() {
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(lake.posts.ids());
    assertThat(lake.answered()).doesNotHaveDuplicates();
  }
}
