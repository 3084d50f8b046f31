package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ends an invocation before its window ends, over HTTP.
class StopReasonsTest {

  private static final Instant NOON = MemoryLake.NOON;

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.connected();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "10,10,10,1",
    "55,55,55,1",
    "100,100,100,1",
    "199,100,100,1",
    "200,200,100,2",
    "5000,300,100,4"
  })
  void neverReadsMoreThanTheRunMay(int limit, int read, int pageSize, int pages) {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 300);
    lake.limit(limit, null);

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.counts().read()).isEqualTo(read);
    assertThat(lake.answered()).hasSize(pages).allMatch(request -> request.pageSize() == pageSize);
    assertThat(output.reason())
        .isEqualTo(read < 300 ? StopReason.RUN_LIMIT : StopReason.WINDOW_COMPLETE);
    assertThat(output.status()).isEqualTo(Progress.DONE);
  }

  @Test
  void aRunThatMayReadNoMoreAsksNoMoreHoweverOftenItIsCalled() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 300);
    lake.limit(100, null);
    GetTweetsOutput first = lake.collect("first");

    GetTweetsOutput again = lake.collect("first");

    assertThat(again).isEqualTo(first);
    assertThat(server.log().requests()).hasSize(1);
  }

  @Test
  void theNextRunGoesOnWithoutAGap() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);

    lake.collect("first");
    lake.collect("second");
    GetTweetsOutput third = lake.collect("third");

    assertThat(third.counts().read()).isEqualTo(50);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(ids.getLast());
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
  }

  @Test
  void neverReadsMoreThanTheMonthMay() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 400);
    lake.limit(null, 250);

    GetTweetsOutput first = lake.collect("first");
    GetTweetsOutput second = lake.collect("second");

    assertThat(first.counts().read()).isEqualTo(200);
    assertThat(first.reason()).isEqualTo(StopReason.MONTH_LIMIT);
    assertThat(second.counts().read()).isZero();
    assertThat(second.pages()).isZero();
    assertThat(second.status()).isEqualTo(Progress.DONE);
    assertThat(second.reason()).isEqualTo(StopReason.MONTH_LIMIT);
    assertThat(server.log().requests()).hasSize(2);
    assertThat(lake.journal().from(MemoryLake.COFFEE, 1)).containsExactly(1);
  }

  @Test
  void theMonthIsTheOneInUtcInWhichXIsAsked() {
    lake.clock.set(Instant.parse("2026-11-30T23:59:50Z"));
    List<Long> ids = lake.posts.postEachMinute(Instant.parse("2026-11-30T23:58:00Z"), 300);
    lake.limit(null, 100);
    GetTweetsOutput november = lake.collect("november");
    lake.clock.set(Instant.parse("2026-12-01T00:00:00Z"));

    GetTweetsOutput december = lake.collect("december");

    assertThat(november.reason()).isEqualTo(StopReason.MONTH_LIMIT);
    assertThat(december.counts().read()).isEqualTo(100);
    assertThat(december.reason()).isEqualTo(StopReason.MONTH_LIMIT);
    assertThat(lake.checkpoint().posts().months()).hasToString("{2026-11=100, 2026-12=100}");
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids.subList(100, 300));
  }

  @Test
  void theDayIsTheOneInUtcInWhichXIsAsked() {
    lake.clock.set(Instant.parse("2026-11-27T23:59:50Z"));
    List<Long> ids = lake.posts.postEachMinute(Instant.parse("2026-11-27T23:58:00Z"), 300);
    lake.limit(null, 100, null);
    GetTweetsOutput friday = lake.collect("friday");
    GetTweetsOutput fridayAgain = lake.collect("friday-again");
    lake.clock.set(Instant.parse("2026-11-28T00:00:00Z"));

    GetTweetsOutput saturday = lake.collect("saturday");

    assertThat(friday.reason()).isEqualTo(StopReason.DAY_LIMIT);
    assertThat(fridayAgain.reason()).isEqualTo(StopReason.DAY_LIMIT);
    assertThat(fridayAgain.counts().read()).isZero();
    assertThat(saturday.counts().read()).isEqualTo(100);
    assertThat(saturday.reason()).isEqualTo(StopReason.DAY_LIMIT);
    assertThat(lake.checkpoint().posts().days()).hasToString("{2026-11-27=100, 2026-11-28=100}");
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids.subList(100, 300));
  }

  @Test
  void ofSeveralLimitsTheLongestIsTheReason() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 300);
    lake.limit(100, 100, 100);
    assertThat(lake.collect("first").reason()).isEqualTo(StopReason.MONTH_LIMIT);
    lake.limit(100, 100, null);

    assertThat(lake.collect("first").reason()).isEqualTo(StopReason.DAY_LIMIT);
  }

  @Test
  void aRunWithoutRoomForAWindowOfItsOwnIsCompleteWhenItHasEndedAnEarlierOne() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 15);
    lake.limit(10, null);
    GetTweetsOutput first = lake.collect("first");

    GetTweetsOutput second = lake.collect("second");

    assertThat(first.reason()).isEqualTo(StopReason.RUN_LIMIT);
    assertThat(second.counts().read()).isEqualTo(5);
    assertThat(second.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.collect("second")).isEqualTo(second);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aLimitBelowTheWindowsPagesBeginsAnewBelowWhatIsRead() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    lake.limit(20, null);

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.counts().read()).isEqualTo(20);
    SearchRequest asked = lake.answered().getLast();
    assertThat(asked.pageSize()).isEqualTo(20);
    assertThat(asked.token()).isNull();
    assertThat(asked.untilId()).isEqualTo(ids.get(150));
    assertThat(lake.storedPosts()).doesNotHaveDuplicates().hasSize(120);
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
  }

  @Test
  void stopsAfterTheLastRequestOfTheRateLimit() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failNext(Fault.rateLimit(450, 0, NOON.plusSeconds(600)));

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.status()).isEqualTo(Progress.WAIT);
    assertThat(output.reason()).isEqualTo(StopReason.RATE_LIMIT);
    assertThat(output.resumeAt()).isEqualTo(NOON.plusSeconds(605));
    assertThat(output.pages()).isEqualTo(1);
    assertThat(lake.checkpoint().lease()).isNull();
    assertThat(server.log().requests()).hasSize(1);
  }

  @Test
  void theLastRequestOfTheRateLimitMayEndTheWindow() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 50);
    server.failNext(Fault.rateLimit(450, 0, NOON.plusSeconds(600)));

    assertThat(lake.collect("first").status()).isEqualTo(Progress.DONE);
  }

  @Test
  void aRefusalIsAWaitAndNothingIsStored() {
    server.answerNext(
        Answer.text(429, "Too Many Requests\n")
            .with("x-rate-limit-remaining", 0)
            .with("x-rate-limit-reset", NOON.plusSeconds(60).getEpochSecond()));

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.status()).isEqualTo(Progress.WAIT);
    assertThat(output.resumeAt()).isEqualTo(NOON.plusSeconds(65));
    assertThat(lake.pages()).isEmpty();
    assertThat(lake.checkpoint().lease()).isNull();
  }

  @Test
  void aRefusalWithRequestsLeftIsAShortPause() {
    server.answerNext(
        Answer.json(429, "{\"title\":\"Too Many Requests\"}").with("x-rate-limit-remaining", 400));

    assertThat(lake.collect("first").resumeAt()).isEqualTo(NOON.plusSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({"14394, WAIT", "14396, DONE", "72000, DONE"})
  void aWaitThatTheRunDoesNotOutlastEndsItsCollecting(int seconds, Progress progress) {
    lake.collect("earlier");
    lake.clock.advance(Duration.ofHours(1));
    List<Long> ids = lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 150);
    Instant reset = lake.clock.instant().plusSeconds(seconds);
    server.failRequest(3, usedUpUntil(reset));

    GetTweetsOutput output = lake.collect("first");
    lake.clock.set(reset.plusSeconds(10));
    lake.collectToEnd("second");

    assertThat(output.status()).isEqualTo(progress);
    assertThat(output.reason()).isEqualTo(StopReason.RATE_LIMIT);
    assertThat(output.resumeAt())
        .isEqualTo(progress == Progress.WAIT ? reset.plusSeconds(5) : null);
    assertThat(output.counts().read()).isEqualTo(100);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
  }

  @Test
  void howLongARunCollectsIsASetting() {
    lake.config =
        GetTweetsConfig.of(
            Map.of("X_API_URL", server.uri().toString(), "X_COLLECTING_TIME", "PT1M"));
    lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    server.failRequest(1, Fault.rateLimit(450, 0, NOON.plusSeconds(600)));

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.status()).isEqualTo(Progress.DONE);
    assertThat(output.reason()).isEqualTo(StopReason.RATE_LIMIT);
    assertThat(output.pages()).isEqualTo(1);
    assertThat(lake.checkpoint().lease()).isNull();
  }

  private static Fault usedUpUntil(Instant reset) {
    return Fault.answer(
        Answer.text(429, "Too Many Requests\n")
            .with("x-rate-limit-remaining", 0)
            .with("x-rate-limit-reset", reset.getEpochSecond()));
  }

  @Test
  void refusalsInARowAreRememberedUntilXAnswers() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    Answer refusal = Answer.text(429, "").with("x-rate-limit-reset", NOON.getEpochSecond());
    server.answerNext(refusal, refusal, refusal);

    assertThat(lake.collect("first").resumeAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(lake.collect("first").resumeAt()).isEqualTo(NOON.plusSeconds(120));
    assertThat(lake.collect("first").resumeAt()).isEqualTo(NOON.plusSeconds(240));
    assertThat(lake.checkpoint().throttled()).isEqualTo(3);
    assertThat(lake.collect("first").status()).isEqualTo(Progress.DONE);
    assertThat(lake.checkpoint().throttled()).isZero();
  }

  @Test
  void asksForAsManyPagesAsAnInvocationMay() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 450);
    lake.config = lake.config.withPagesPerInvocation(2);

    GetTweetsOutput output = lake.collect("first");
    GetTweetsOutput next = lake.collect("first");

    assertThat(output.status()).isEqualTo(Progress.MORE);
    assertThat(output.reason()).isEqualTo(StopReason.PAGE_LIMIT);
    assertThat(output.pages()).isEqualTo(2);
    assertThat(next.pages()).isEqualTo(4);
  }

  @Test
  void asksNoMoreThanTheTimeAllows() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 450);
    Instant deadline = NOON.plusSeconds(110);
    lake.x =
        request -> {
          lake.clock.advance(Duration.ofSeconds(15));
          return lake.direct.search(request);
        };

    GetTweetsOutput output = lake.collect("first", MemoryLake.HOLDER, deadline);

    assertThat(output.status()).isEqualTo(Progress.MORE);
    assertThat(output.reason()).isEqualTo(StopReason.TIME_LIMIT);
    assertThat(output.pages()).isEqualTo(2);
    assertThat(lake.clock.instant()).isBefore(deadline);
  }

  @Test
  void tooLittleTimeForASingleCallNeedsAPerson() {
    assertThatThrownBy(() -> lake.collect("first", MemoryLake.HOLDER, NOON.plusSeconds(89)))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("PT30S")
        .hasMessageContaining("PT1M")
        .hasMessageContaining("X_CALL_TIMEOUT");
    assertThat(server.log().requests()).isEmpty();
  }
}
