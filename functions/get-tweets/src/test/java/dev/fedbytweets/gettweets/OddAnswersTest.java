package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Killed;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.XSearch;
import dev.fedbytweets.xclient.XResponse;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of X that do not lead on as they should, over HTTP.
class OddAnswersTest {

  private static final Instant NOON = MemoryLake.NOON;
  private static final String EMPTY = "{\"meta\":{\"result_count\":0,\"next_token\":\"%s\"}}";

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.connected();

  @AfterEach
  void stop() {
    server.close();
  }

  /// @param circle pages whose tokens lead in a circle; the first is asked for a second time,
  ///     unless its token is its own
  @ParameterizedTest
  @CsvSource({"450, 1, 6", "450, 2, 6", "450, 3, 6", "450, 5, 7", "130, 2, 4", "60, 1, 3"})
  void tokensThatCircleAreLeft(int posts, int circle, int requests) {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), posts);
    server.failNext(Fault.circlingTokens(circle), 100);

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(new HashSet<>(lake.storedPosts())).isEqualTo(new HashSet<>(ids));
    assertThat(lake.storedPosts()).hasSizeLessThanOrEqualTo(posts + 100);
    assertThat(server.log().requests()).hasSize(requests);
    assertNothingIsOpen();
  }

  @Test
  void tokensThatCircleWithoutPostsAreLeft() {
    long older = lake.posts.post(NOON.minusSeconds(90), 1);
    long newer = lake.posts.post(NOON.minusSeconds(60), 1);
    server.answerNext(
        Answer.json(
            200, "{\"data\":[{\"id\":\"%d\"}],\"meta\":{\"next_token\":\"ta\"}}".formatted(newer)),
        Answer.json(200, EMPTY.formatted("tb")),
        Answer.json(200, EMPTY.formatted("tc")),
        Answer.json(200, EMPTY.formatted("ta")));

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(server.log().requests())
        .extracting(request -> request.parameters().get("next_token"))
        .containsExactly(null, "ta", "tb", "tc", null);
    assertThat(last().parameters()).containsEntry("until_id", Long.toString(newer));
    assertThat(lake.storedPosts()).containsExactly(newer, older);
    assertNothingIsOpen();
  }

  @Test
  void aWindowThatIsOnlyACircleWithoutPostsEnds() {
    server.failNext(Fault.answer(Answer.json(200, EMPTY.formatted("ta"))), 100);

    assertThat(lake.collect("first").reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(server.log().requests()).hasSize(3);
    assertNothingIsOpen();
  }

  @Test
  void aCircleIsLeftByTheRunThatComesAfterALimit() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 450);
    server.failNext(Fault.circlingTokens(2), 100);
    lake.limit(200, null);

    lake.collect("first");
    GetTweetsOutput second = lake.collect("second");
    lake.limit(null, null);
    GetTweetsOutput third = lake.collect("third");

    assertThat(second.reason()).isEqualTo(StopReason.RUN_LIMIT);
    assertThat(third.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.storedPosts()).hasSize(550).containsAll(ids);
    assertNothingIsOpen();
  }

  @Test
  void aTokenThatXRefusesIsLeft() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(2, Fault.tokenRefused());

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(4);
    assertThat(server.log().requests().get(2).parameters())
        .containsEntry("until_id", Long.toString(ids.get(150)))
        .doesNotContainKey("next_token");
    assertNothingIsOpen();
  }

  @Test
  void aWindowIsReadToItsEndThoughXRefusesEveryToken() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failNext(Fault.tokenRefused(), 100);

    lake.collect("first");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(5);
    assertNothingIsOpen();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 400})
  void aTokenThatXRefusesTooLateLeavesAGap(int days) {
    lake.posts.post(NOON.minusSeconds(60), 1);
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(120), 250);
    lake.limit(100, null);
    lake.collect("first");
    lake.clock.advance(Duration.ofDays(days));
    lake.limit(null, null);
    server.failNext(Fault.tokenRefused());

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    List<Gap> gaps = lake.checkpoint().coverage().gaps();
    assertThat(ids)
        .allMatch(
            id ->
                lake.storedPosts().contains(id)
                    || gaps.stream().anyMatch(gap -> gap.sinceId() < id && id < gap.untilId()));
    assertThat(lake.checkpoint().window()).isNull();
  }

  @Test
  void aTokenThatIsRefusedOnceMoreWithoutAPostInBetweenIsAFailure() {
    server.answerNext(Answer.json(200, EMPTY.formatted("ta")));
    server.failNext(Fault.tokenRefused());
    server.answerNext(Answer.json(200, EMPTY.formatted("tb")));
    server.failNext(Fault.tokenRefused());

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("next_token");
    assertThat(server.log().requests()).hasSize(4);
  }

  @Test
  void aPageWithoutMetaIsKeptAndTheWindowGoesOnBelowIt() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.giveAtMost(80);
    server.failRequest(2, Fault.withoutMeta());

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(4);
    assertThat(server.log().requests().get(2).parameters())
        .containsEntry("until_id", Long.toString(ids.get(90)))
        .doesNotContainKey("next_token");
    assertNothingIsOpen();
  }

  @Test
  void pagesWithoutMetaEndWithAnEmptyOne() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failNext(Fault.withoutMeta(), 3);

    lake.collect("first");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(4);
    assertNothingIsOpen();
  }

  @Test
  void aPageWithoutMetaThatADeadRunStoredIsNotTakenForTheLast() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.giveAtMost(80);
    server.failRequest(2, Fault.withoutMeta());
    FaultInjector faults = new FaultInjector();
    ObjectStore dying = new FaultyObjectStore(lake.store, faults);
    XSearch x = lake.x;
    lake.x =
        request -> {
          if (lake.pages().size() == 2) {
            throw faults.kill();
          }
          return x.search(request);
        };
    assertThatThrownBy(() -> lake.collectToEnd("killed", dying)).isInstanceOf(Killed.class);
    lake.x = x;

    lake.collect("killed");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(4);
    assertNothingIsOpen();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 512, 513, 3000})
  void pagesWithLongQueriesAndLongTokensAreStoredAndAdopted(int length) {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    String words = "é香😀".repeat(128);
    lake.ask("coffee " + words);
    lake.x = withTokensOf(length, lake.x);
    FaultInjector faults = new FaultInjector();
    XSearch x = lake.x;
    lake.x =
        request -> {
          if (lake.pages().size() == 2) {
            throw faults.kill();
          }
          return x.search(request);
        };
    ObjectStore dying = new FaultyObjectStore(lake.store, faults);
    assertThatThrownBy(() -> lake.collectToEnd("killed", dying)).isInstanceOf(Killed.class);
    lake.x = x;

    lake.collect("killed");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertNothingIsOpen();
  }

  /// X with tokens of this many characters, and any query.
  private XSearch withTokensOf(int length, XSearch real) {
    return request -> {
      String token = request.token();
      XResponse response =
          real.search(
              new SearchRequest(
                  "coffee",
                  request.sinceId(),
                  request.untilId(),
                  token == null ? null : token.substring(0, token.indexOf('_')),
                  request.pageSize(),
                  request.vocabulary(),
                  request.media()));
      String body = new String(response.body(), StandardCharsets.UTF_8);
      String padded =
          Pattern.compile("\"next_token\":\"(\\w+)\"")
              .matcher(body)
              .replaceAll(
                  said ->
                      "\"next_token\":\"%s\""
                          .formatted(said.group(1) + "_".repeat(length - said.group(1).length())));
      return new XResponse(
          response.status(),
          padded.getBytes(StandardCharsets.UTF_8),
          response.rateLimit(),
          response.requestedAt(),
          response.retrievedAt(),
          response.date());
    };
  }

  @Test
  void aFullPageWithoutATokenIsNotTakenForTheLast() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.failRequest(1, Fault.withoutNextToken());

    lake.collect("first");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(3);
    assertThat(server.log().requests().get(1).parameters())
        .containsEntry("until_id", Long.toString(ids.get(150)));
    assertNothingIsOpen();
  }

  @ParameterizedTest
  @CsvSource({"99, 1", "100, 2", "101, 2", "200, 3"})
  void afterAFullLastPageXIsAskedOnceMore(int posts, int requests) {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), posts);

    lake.collect("first");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests()).hasSize(requests);
    assertNothingIsOpen();
  }

  @Test
  void aFullLastPageDoesNotPassTheRunsLimit() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 100);
    lake.limit(100, null);

    GetTweetsOutput first = lake.collect("first");
    GetTweetsOutput second = lake.collect("second");

    assertThat(first.reason()).isEqualTo(StopReason.RUN_LIMIT);
    assertThat(second.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(second.counts().read()).isZero();
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertNothingIsOpen();
  }

  @Test
  void behindAFullPageAtXsHorizonNothingIsAskedFor() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 99);
    lake.posts.post(NOON.minus(Duration.ofDays(7)).plusSeconds(20), 1);

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.storedPosts()).hasSize(100);
    assertThat(server.log().requests()).hasSize(1);
    assertNothingIsOpen();
  }

  @Test
  void aWindowWhoseQueryXRefusesGoesOnWithTheMendedQuery() {
    String refused = lake.subject.query();
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    lake.limit(null, null);
    lake.ask("coffee");
    server.failNext(Fault.queryRefused(refused), 100);

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.log().requests())
        .extracting(request -> request.parameters().get("query"))
        .containsExactly(refused, refused, "coffee", "coffee", "coffee");
    assertThat(server.log().requests().get(2).parameters())
        .containsEntry("until_id", Long.toString(ids.get(150)))
        .doesNotContainKey("next_token");
    assertNothingIsOpen();
  }

  @Test
  void aMendedQueryThatXRefusesTooIsRejectedUntilItIsMendedAgain() {
    String refused = lake.subject.query();
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    lake.limit(null, null);
    lake.ask("(coffee");
    server.failRequest(2, Fault.queryRefused(refused));
    server.failRequest(3, Fault.queryRefused("(coffee"));

    assertThatThrownBy(() -> lake.collect("second"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("missing ')'");
    int requests = server.log().requests().size();
    boolean leased = lake.checkpoint().lease() != null;
    server.failRequest(4, Fault.queryRefused("(coffee"));
    lake.ask("coffee");
    lake.collect("second");

    assertThat(requests).isEqualTo(3);
    assertThat(leased).isFalse();
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertNothingIsOpen();
  }

  @Test
  void aRefusedQueryThatNobodyMendedIsAskedOnce() {
    String refused = lake.subject.query();
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    lake.limit(null, null);
    server.failNext(Fault.queryRefused(refused), 100);

    assertThatThrownBy(() -> lake.collect("second")).isInstanceOf(RejectedException.class);

    assertThat(server.log().requests()).hasSize(2);
    assertThat(lake.checkpoint().window()).isNotNull();
  }

  private void assertNothingIsOpen() {
    assertThat(lake.checkpoint().window()).isNull();
    assertThat(lake.checkpoint().lease()).isNull();
    assertThat(lake.checkpoint().coverage().gaps()).isEmpty();
  }

  private LoggedRequest last() {
    return server.log().requests().getLast();
  }
}
