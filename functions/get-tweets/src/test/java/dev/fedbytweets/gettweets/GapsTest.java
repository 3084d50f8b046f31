package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.SettableClock;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.SearchRules.Reach;
import dev.fedbytweets.xstandin.posts.ListedPosts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What X can no longer be asked for, over HTTP.
class GapsTest {

  private static final Instant NOON = MemoryLake.NOON;

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.connected();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anOldPostIsNoGapWhereSearchWasReadUntilLater() {
    lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(6));
    lake.collect("second");
    Instant collectedUntil = lake.checkpoint().coverage().until();
    long atTheBorder = lake.posts.post(collectedUntil, 0);
    lake.clock.advance(Duration.ofDays(6));

    GetTweetsOutput output = lake.collect("third");

    assertThat(output.gaps()).isZero();
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
    assertThat(lake.answered().getLast().sinceId())
        .isEqualTo(Snowflake.smallestAt(collectedUntil) - 1);
    assertThat(lake.storedPosts()).contains(atTheBorder).doesNotHaveDuplicates();
  }

  @Test
  void whatIsOlderThanXReachesIsPutOnRecord() {
    long old = lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(10));
    Instant now = lake.clock.instant();
    long lost = lake.posts.post(now.minus(Duration.ofDays(8)), 1);
    List<Long> ids = lake.posts.postEachMinute(now.minusSeconds(60), 5);

    GetTweetsOutput output = lake.collect("second");

    Instant collectedUntil = NOON.minusSeconds(30);
    Instant oldest = now.minus(Duration.ofDays(7)).plusSeconds(120);
    assertThat(output.gaps()).isEqualTo(1);
    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(gap.to()).isEqualTo(oldest);
    assertThat(lake.metrics.count(Metric.GAPS)).isEqualTo(1);
    assertThat(gap.from()).isBetween(collectedUntil.minusMillis(1), collectedUntil);
    assertThat(gap.sinceId()).isEqualTo(Snowflake.smallestAt(collectedUntil) - 1);
    assertThat(gap.untilId()).isEqualTo(Snowflake.smallestAt(oldest));
    assertThat(gap.reason()).isEqualTo(Gap.BEYOND_SEARCH);
    assertThat(gap.recordedAt()).isEqualTo(now);
    assertThat(gap.run()).isEqualTo(new RunName("second"));
    assertThat(lost).isBetween(gap.sinceId() + 1, gap.untilId() - 1);
    assertThat(lake.answered().getLast().sinceId()).isEqualTo(gap.untilId() - 1);
    assertThat(lake.storedPosts()).containsOnlyOnce(old).containsAll(ids).hasSize(6);
  }

  @Test
  void aClockThatRunsOnIsNoHindrance() {
    lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(10));
    lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 250);
    lake.clock.tick(Duration.ofMillis(7));

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(output.pages()).isEqualTo(3);
    assertThat(output.gaps()).isEqualTo(1);
    assertThat(lake.answered())
        .extracting(SearchRequest::sinceId)
        .endsWith(lake.checkpoint().coverage().gaps().getFirst().untilId() - 1);
  }

  @Test
  void aSubjectWithoutPostsHasGapsToo() {
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(9));

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.gaps()).isEqualTo(1);
    assertThat(lake.checkpoint().coverage().gaps().getFirst().to())
        .isEqualTo(NOON.plus(Duration.ofDays(2)).plusSeconds(120));
  }

  @Test
  void aClockThatIsBehindXLearnsFromX() {
    SettableClock xClock = new SettableClock(NOON);
    ListedPosts posts = new ListedPosts();
    long first = posts.post(NOON.minus(Duration.ofMinutes(1)), 1);
    lake.x = MemoryLake.direct(new XStandIn(StandInRules.USUAL.withClock(xClock).withPosts(posts)));
    lake.collect("first");
    lake.clock.set(NOON.plus(Duration.ofDays(7)).minus(Duration.ofMinutes(5)));
    xClock.set(NOON.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(5)));
    long inReach = posts.post(NOON.plus(Duration.ofMinutes(6)), 1);

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(gap.from()).isBetween(NOON.minusSeconds(31), NOON.minusSeconds(30));
    assertThat(gap.to()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    assertThat(lake.storedPosts()).containsExactly(first, inReach);
  }

  @Test
  void anIdentifierThatXRefusesAgainIsTriedLater() {
    lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    Answer refusal =
        Answer.json(
            400,
            "{\"errors\":[{\"message\":\"'since_id' must be a tweet id created after [x]. Please"
                + " use"
                + " a 'since_id' that is larger than %d\"}]}"
                    .formatted(Snowflake.smallestAt(NOON)));
    server.answerNext(refusal, refusal);

    assertThatThrownBy(() -> lake.collect("second"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("subject 'coffee'")
        .hasMessageContaining("X refuses the identifier that it asked for");
    assertThat(lake.collect("second").gaps()).isEqualTo(1);
  }

  @Test
  void aWindowThatIsTakenUpTooLateGoesOnBelowWhatItHasRead() {
    lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    Instant opened = NOON.plus(Duration.ofDays(6));
    lake.clock.set(opened);
    List<Long> ids = lake.posts.postEachMinute(opened.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("second");
    lake.clock.set(NOON.plus(Duration.ofDays(8)));
    lake.limit(null, null);

    GetTweetsOutput output = lake.collect("third");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    SearchRequest resumed = lake.answered().get(2);
    assertThat(resumed.token()).isNull();
    assertThat(resumed.untilId()).isEqualTo(ids.get(150));
    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(resumed.sinceId()).isEqualTo(gap.untilId() - 1);
    assertThat(gap.to()).isEqualTo(NOON.plus(Duration.ofDays(1)).plusSeconds(120));
    assertThat(lake.storedPosts()).containsAll(ids).doesNotHaveDuplicates().hasSize(251);
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(ids.getLast());
  }

  @Test
  void aWindowOfWhichNothingIsLeftInReachEndsWithAGap() {
    lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    Instant opened = NOON.plus(Duration.ofDays(1));
    lake.clock.set(opened);
    List<Long> ids = lake.posts.postEachMinute(opened.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("second");
    lake.clock.set(opened.plus(Duration.ofDays(20)));

    GetTweetsOutput output = lake.collect("third");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    Checkpoint checkpoint = lake.checkpoint();
    assertThat(checkpoint.coverage().gaps()).hasSize(2);
    assertThat(checkpoint.coverage().gaps().getFirst().untilId()).isEqualTo(ids.get(150));
    assertThat(checkpoint.coverage().gaps().getLast().from())
        .isBetween(opened.minusSeconds(31), opened.minusSeconds(30));
    assertThat(checkpoint.coverage().newestId()).isEqualTo(ids.getLast());
    assertThat(checkpoint.coverage().until()).isEqualTo(lake.clock.instant().minusSeconds(30));
  }

  @Test
  void aWindowAtTheBorderOfXsReachKeepsOneGapThatGrows() {
    lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    Instant now = NOON.plus(Duration.ofDays(9));
    lake.clock.set(now);
    List<Long> ids = lake.posts.postEachMinute(now.minusSeconds(60), 450);
    lake.x =
        request -> {
          lake.clock.advance(Duration.ofSeconds(30));
          return lake.direct.search(request);
        };

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.gaps()).isEqualTo(1);
    assertThat(output.pages()).isGreaterThan(4);
    assertThat(lake.metrics.count(Metric.GAPS)).isEqualTo(1);
    assertThat(lake.storedPosts()).containsAll(ids).doesNotHaveDuplicates();
    assertThat(lake.checkpoint().coverage().gaps().getFirst().to())
        .isAfter(now.minus(Duration.ofDays(7)).plusSeconds(120));
  }

  @Test
  void aGapIsCountedOnceHoweverOftenTheRunComesBack() {
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(10));
    lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 250);
    lake.set("X_PAGES_PER_INVOCATION", "1");

    GetTweetsOutput output = lake.collectToEnd("second");
    lake.collectToEnd("second");

    assertThat(output.gaps()).isEqualTo(1);
    assertThat(lake.metrics.count(Metric.GAPS)).isEqualTo(1);
  }

  @Test
  void aGapThatAnotherRunMakesLargerIsCountedAgain() {
    lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(8));
    server.answerNext(Answer.text(503, "Over capacity"));
    assertThatThrownBy(() -> lake.collect("second")).isInstanceOf(RetryableException.class);
    lake.clock.advance(Duration.ofDays(1));

    lake.collect("third");

    assertThat(lake.checkpoint().coverage().gaps()).hasSize(1);
    assertThat(lake.metrics.count(Metric.GAPS)).isEqualTo(2);
  }

  @Test
  void aFirstWindowThatIsReadSlowlyMayLoseItsBeginning() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(200, null);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(7));

    GetTweetsOutput output = lake.collect("second");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(output.gaps()).isEqualTo(1);
    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(gap.from())
        .isBetween(NOON.minus(Duration.ofDays(7)).minusMillis(1), NOON.minus(Duration.ofDays(7)));
    assertThat(gap.to()).isEqualTo(NOON.minus(Duration.ofDays(7)).plus(Duration.ofHours(7)));
  }

  /// @param pause until the next run, days: the posts are half a day old, so that some or all that
  ///     are not read leave X's horizon
  @ParameterizedTest
  @CsvSource({
    "OF_THE_REQUEST, 6.7, false",
    "OF_THE_REQUEST, 7, false",
    "OF_THE_REQUEST, 10, false",
    "OF_THE_REQUEST, 10, true",
    "OF_THE_SEARCH, 6.7, false",
    "OF_THE_SEARCH, 10, true"
  })
  void whatTheFirstWindowHadNotReadWhenItLeftXsHorizonIsReadOrOnRecord(
      Reach reach, double pause, boolean refusesTokens) {
    MemoryLake slow = new MemoryLake(reach);
    List<Long> ids = slow.posts.postEachMinute(NOON.minusSeconds(60), 500);
    slow.limit(null, 300);
    slow.collect("first");
    slow.clock.advance(Duration.ofMinutes((long) (pause * 24 * 60)));
    slow.limit(null, null);
    if (refusesTokens) {
      slow.standIn.failNext(Fault.tokenRefused());
    }

    GetTweetsOutput output = slow.collect("second");

    List<Long> stored = slow.storedPosts();
    List<Gap> gaps = slow.checkpoint().coverage().gaps();
    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(stored).doesNotHaveDuplicates().containsAll(ids.subList(200, 500));
    assertThat(ids).allMatch(id -> stored.contains(id) != isOnRecord(id, gaps));
    if (reach == Reach.OF_THE_SEARCH && !refusesTokens) {
      assertThat(stored).containsAll(ids);
    }
    assertThat(output.gaps()).isGreaterThanOrEqualTo(stored.containsAll(ids) ? 0 : 1);
  }

  @Test
  void anEmptyLastPageBeyondXsHorizonLeavesOpenWhatWasThere() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 200);
    lake.limit(100, null);
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(8));
    server.answerNext(Answer.json(200, "{\"meta\":{\"result_count\":0}}"));
    lake.limit(null, null);

    lake.collect("second");

    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(lake.posts.ids())
        .allMatch(id -> lake.storedPosts().contains(id) != isOnRecord(id, List.of(gap)));
  }

  @Test
  void anIdentifierThatXRefusesWithoutBeingAskedWithOneBeginsTheFirstWindowLater() {
    long old = lake.posts.post(NOON.minus(Duration.ofHours(2)), 1);
    long kept = lake.posts.post(NOON.minusSeconds(60), 1);
    server.answerNext(
        Answer.json(
            400,
            "{\"errors\":[{\"message\":\"Please use a 'since_id' that is larger than %d\"}]}"
                .formatted(Snowflake.smallestAt(NOON.minus(Duration.ofHours(1))))));

    lake.collect("first");

    assertThat(lake.storedPosts()).containsExactly(kept).doesNotContain(old);
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
  }

  @Test
  void aWindowThatIsReadDownToItsBeginningEndsWhenItsPagesBecomeTooLarge() {
    long before = lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));
    Instant now = lake.clock.instant();
    lake.posts.postEachMinute(now.minusSeconds(60), 3);
    server.answerNext(
        Answer.json(
            200,
            "{\"data\":[{\"id\":\"%d\"}],\"meta\":{\"next_token\":\"abc\"}}"
                .formatted(before + 1)));
    lake.limit(100, null);
    lake.set("X_PAGES_PER_INVOCATION", "1");
    lake.collect("second");
    lake.limit(10, null);
    int requests = server.log().requests().size();

    lake.collect("third");

    assertThat(server.log().requests()).hasSize(requests + 1);
    assertThat(server.log().requests().getLast().parameters())
        .containsEntry("since_id", Long.toString(before + 1))
        .doesNotContainKey("until_id");
  }

  private static boolean isOnRecord(long id, List<Gap> gaps) {
    return gaps.stream().anyMatch(gap -> gap.sinceId() < id && id < gap.untilId());
  }

  @Test
  void whatAnEarlierEmptyWindowCoveredIsNotLost() {
    lake.collect("empty");
    lake.clock.advance(Duration.ofDays(1));
    Instant now = lake.clock.instant();
    lake.posts.postEachMinute(now.minusSeconds(60), 250);
    lake.limit(200, null);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(7));

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.gaps()).isZero();
    assertThat(lake.storedPosts()).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void aFirstWindowThatReachesBackToItsBeginningLosesNothing() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    lake.posts.post(NOON.minus(Duration.ofDays(7)).plusSeconds(120), 1);
    lake.limit(100, null);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(7));

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.gaps()).isZero();
    assertThat(lake.storedPosts()).hasSize(151).doesNotHaveDuplicates();
  }

  @Test
  void aWindowThatBeginsWithAllThatXHasAndIsAskedAnewTooLateHasAGap() {
    lake.collect("empty");
    List<Long> ids = lake.posts.postEachMinute(NOON.plus(Duration.ofMinutes(100)), 100);
    lake.clock.set(NOON.plus(Duration.ofDays(6)));
    lake.limit(11, null);
    lake.collect("first");
    lake.clock.set(NOON.plus(Duration.ofDays(7)).plusSeconds(600));
    lake.limit(10, null);
    lake.collect("second");
    lake.clock.advance(Duration.ofHours(2));
    lake.limit(null, null);

    lake.collect("third");

    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(gap.from()).isBefore(NOON);
    assertThat(lake.storedPosts())
        .doesNotHaveDuplicates()
        .containsAll(ids.stream().filter(id -> id >= gap.untilId()).toList())
        .noneMatch(id -> id < gap.untilId());
  }

  @Test
  void whatALongWindowLosesOfWhatIsNotCollectedIsPutOnRecord() {
    lake.collect("empty");
    lake.posts.postEachMinute(NOON.plus(Duration.ofDays(7)).minusSeconds(120), 150);
    lake.clock.set(NOON.plus(Duration.ofDays(7)).minusSeconds(100));
    lake.limit(100, null);
    lake.collect("first");
    lake.clock.advance(Duration.ofMinutes(30));
    lake.limit(null, null);

    lake.collect("second");

    Gap gap = lake.checkpoint().coverage().gaps().getFirst();
    assertThat(gap.from()).isBefore(NOON);
    assertThat(gap.to()).isEqualTo(NOON.plus(Duration.ofMinutes(30)).minusSeconds(100));
  }
}
