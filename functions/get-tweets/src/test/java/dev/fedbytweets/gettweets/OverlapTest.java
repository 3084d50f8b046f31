package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.gettweets.checkpoint.Coverage;
import dev.fedbytweets.xstandin.endpoint.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Windows that overlap, for posts that X makes searchable after newer ones.
class OverlapTest {

  private static final Instant NOON = MemoryLake.NOON;

  private final MemoryLake lake = new MemoryLake();

  @BeforeEach
  void overlap() {
    lake.config = GetTweetsConfig.of(Map.of());
  }

  /// Posts each ten seconds, the newest a minute old.
  private List<Long> postEachTenSeconds(int count) {
    return IntStream.range(0, count)
        .mapToObj(back -> lake.posts.post(lake.clock.instant().minusSeconds(60L + 10L * back), 5))
        .toList();
  }

  private long late(int secondsBelowNewest) {
    return lake.posts.post(NOON.minusSeconds(60L + secondsBelowNewest), 9);
  }

  @Test
  void aPostThatXMakesSearchableLateIsCollectedByTheNextRun() {
    List<Long> ids = postEachTenSeconds(100);
    GetTweetsOutput first = lake.collect("first");
    long late = late(33);
    long tooLate = late(63);
    lake.clock.advance(Duration.ofHours(7));
    long fresh = lake.posts.post(lake.clock.instant().minusSeconds(60), 1);

    GetTweetsOutput second = lake.collect("second");

    assertThat(first.repeatedPosts() + first.latePosts()).isZero();
    assertThat(lake.storedPosts()).containsAll(ids).contains(late, fresh).doesNotContain(tooLate);
    assertThat(second.latePosts()).isEqualTo(1);
    assertThat(second.repeatedPosts()).as("0 to 50 seconds below the newest").isEqualTo(6);
    assertThat(second.counts().read()).isEqualTo(8);
    assertThat(second.gaps()).isZero();
    assertThat(lake.answered().getLast().sinceId())
        .isEqualTo(Snowflake.earlier(ids.getFirst(), Duration.ofMinutes(1)));
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(fresh);
    assertThat(lake.standIn.log().chargedPosts()).as("charged once in a day").isEqualTo(102);
  }

  @Test
  void aSpanIsAskedForTwiceAndNotAgain() {
    postEachTenSeconds(20);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));

    GetTweetsOutput second = lake.collect("second");
    lake.clock.advance(Duration.ofHours(1));
    GetTweetsOutput third = lake.collect("third");

    assertThat(second.repeatedPosts()).isEqualTo(6);
    assertThat(third.counts().read()).isZero();
    Coverage coverage = lake.checkpoint().coverage();
    assertThat(coverage.newestId()).isEqualTo(lake.posts.ids().stream().max(Long::compare).get());
    assertThat(coverage.until()).isEqualTo(lake.clock.instant().minusSeconds(30));
  }

  @Test
  void aLatePostThatIsTheOnlyOneOfItsWindowDoesNotMoveCoverageBack() {
    List<Long> ids = postEachTenSeconds(1);
    lake.collect("first");
    long late = late(20);
    lake.posts.post(NOON, 0);
    lake.standIn.answerNext(
        Answer.json(
            200, "{\"data\":[{\"id\":\"%d\"}],\"meta\":{\"result_count\":1}}".formatted(late)));

    GetTweetsOutput second = lake.collect("second");

    assertThat(second.latePosts()).isEqualTo(1);
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(ids.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT30S", "PT10M"})
  void howFarWindowsOverlapIsASetting(String overlap) {
    lake.set("X_WINDOW_OVERLAP", overlap);
    postEachTenSeconds(100);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));

    GetTweetsOutput second = lake.collect("second");

    assertThat(second.repeatedPosts()).isEqualTo(Duration.parse(overlap).toSeconds() / 10);
    assertThat(second.latePosts()).isZero();
  }

  @Test
  void anotherSettingBeginsWithTheWindowAfterTheNext() {
    lake.set("X_WINDOW_OVERLAP", "PT30S");
    postEachTenSeconds(100);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));
    postEachTenSeconds(100);
    lake.set("X_WINDOW_OVERLAP", "PT10M");

    GetTweetsOutput second = lake.collect("second");
    lake.clock.advance(Duration.ofHours(1));
    GetTweetsOutput third = lake.collect("third");

    assertThat(second.repeatedPosts()).isEqualTo(3);
    assertThat(third.repeatedPosts()).isEqualTo(60);
    assertThat(second.latePosts() + third.latePosts()).isZero();
  }

  @Test
  void pagesThatADeadCollectorStoredAreCountedTheSame() {
    lake.giveAtMost(4);
    postEachTenSeconds(20);
    lake.collect("first");
    late(15);
    lake.clock.advance(Duration.ofHours(7));
    lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 2);
    int[] calls = {0};
    lake.x =
        request -> {
          if (++calls[0] == 3) {
            throw new StackOverflowError("as good as a kill");
          }
          return lake.direct.search(request);
        };
    assertThatThrownBy(() -> lake.collect("second")).isInstanceOf(StackOverflowError.class);
    lake.x = lake.direct;

    GetTweetsOutput second = lake.collect("second");

    assertThat(second.repeatedPosts()).isEqualTo(6);
    assertThat(second.latePosts()).isEqualTo(1);
  }

  @Test
  void aWindowInSeveralRunsOverlapsWithTheNextAllTheSame() {
    List<Long> ids = postEachTenSeconds(250);
    lake.limit(100, null);
    lake.collect("first");
    lake.collect("second");
    lake.clock.advance(Duration.ofMinutes(5));
    long late = late(5);
    lake.limit(null, null);

    GetTweetsOutput third = lake.collect("third");

    assertThat(third.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(new HashSet<>(lake.storedPosts())).containsAll(ids).contains(late);
    assertThat(third.latePosts()).isEqualTo(1);
    assertThat(third.repeatedPosts()).isEqualTo(6);
  }

  @Test
  void whereXNoLongerReachesTheOverlapIsLeftOutWithoutAGap() {
    postEachTenSeconds(1);
    lake.collect("first");
    lake.clock.set(NOON.minusSeconds(60).plus(Duration.ofDays(7)).minusSeconds(61));

    GetTweetsOutput second = lake.collect("second");

    assertThat(second.gaps()).isZero();
    assertThat(lake.answered().getLast().sinceId())
        .isGreaterThanOrEqualTo(lake.posts.ids().iterator().next());
  }
}
