package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.gettweets.ExpectedCharge.ChangedQuery;
import dev.fedbytweets.gettweets.ExpectedCharge.Expectation;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedChargeTest {

  private static final Instant NOON = MemoryLake.NOON;

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.connected();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"total_tweet_count", "total_post_count"})
  void tellsPostsAndPrice(String name) {
    server.answerNext(counted(name, 1234));

    Expectation expectation = expected(TokenSource.fixed("made-up"));

    assertThat(expectation)
        .isEqualTo(
            new Expectation(
                Optional.of(1234L),
                true,
                Optional.empty(),
                Optional.of(MemoryLake.usd("6.175")),
                Optional.empty(),
                Optional.empty()));
    assertThat(server.log().requests().getFirst().path()).isEqualTo("/2/tweets/counts/recent");
    assertThat(server.log().requests().getFirst().parameters())
        .containsEntry("query", lake.subject.query())
        .doesNotContainKey("since_id");
    assertThat(lake.keys("")).isEmpty();
  }

  @Test
  void tellsWhatMediaMayCostAtMost() {
    lake.subject = lake.subject.withMedia();
    server.answerNext(counted("total_post_count", 10));

    Expectation expectation = expected(TokenSource.fixed("made-up"));

    assertThat(expectation.usd()).contains(MemoryLake.usd("0.055"));
    assertThat(expectation.mostMediaUsd().orElseThrow()).isEqualByComparingTo("0.2");
  }

  @Test
  void countsWhatIsNewSinceTheLastWindow() {
    long last = lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    server.answerNext(counted("total_tweet_count", 3));

    assertThat(expected(TokenSource.fixed("made-up")).posts()).contains(3L);
    assertThat(server.log().requests().getLast().parameters())
        .containsEntry("since_id", Long.toString(last));
  }

  @Test
  void leavesOutWhatIsReadOfTheWindowAlready() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    lake.limit(null, null);
    server.answerNext(counted("total_tweet_count", 250));

    assertThat(expected(TokenSource.fixed("made-up")).posts()).contains(150L);
  }

  @Test
  void isNoMoreThanTheLimitsAllow() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, 250);
    lake.collect("first");
    Answer count = counted("total_tweet_count", 5000);
    server.answerNext(count, count, count, count);
    lake.limit(null, 250);

    Expectation month = expected(TokenSource.fixed("made-up"));
    lake.limit(null, 180);
    Expectation lessThanAPage = expected(TokenSource.fixed("made-up"));
    lake.limit(null, 220, null);
    Expectation day = expected(TokenSource.fixed("made-up"));
    lake.limit(50, null);
    Expectation run = expected(TokenSource.fixed("made-up"));

    assertThat(month.posts()).contains(150L);
    assertThat(lessThanAPage.posts()).contains(0L);
    assertThat(day.posts()).contains(120L);
    assertThat(run.posts()).contains(50L);
  }

  @Test
  void namesTheQueryWithWhichAnOpenWindowEnds() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    String former = lake.subject.query();
    lake.subject = new Subject(lake.subject.name(), "espresso", 100, null, null);
    server.answerNext(counted("total_tweet_count", 250));

    assertThat(expected(TokenSource.fixed("made-up")).changed())
        .contains(new ChangedQuery(former, true, NOON.minus(Duration.ofDays(7)).plusSeconds(120)));
    assertThat(server.log().requests().getLast().parameters()).containsEntry("query", former);
  }

  @Test
  void namesTheQueryOfTheWindowsThatAreAtTheirEnd() {
    lake.collect("first");
    String former = lake.subject.query();
    lake.ask("espresso");
    server.answerNext(counted("total_tweet_count", 250));

    Expectation expectation = expected(TokenSource.fixed("made-up"));

    assertThat(expectation.changed().map(ChangedQuery::former)).contains(former);
    assertThat(expectation.changed().map(ChangedQuery::endsOpenWindow)).contains(false);
    assertThat(server.log().requests().getLast().parameters()).containsEntry("query", "espresso");
  }

  @Test
  void countsFromWhereASubjectIsSearchedAnew() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, 500, null);
    lake.collect("first");
    lake.ask("espresso");
    lake.searchFrom(NOON.minus(Duration.ofDays(7)));
    lake.limit(null, 500, null);
    server.answerNext(counted("total_tweet_count", 5000));

    Expectation expectation = expected(TokenSource.fixed("made-up"));

    assertThat(expectation.posts()).contains(400L);
    assertThat(expectation.changed()).isEmpty();
    assertThat(server.log().requests().getLast().parameters())
        .containsEntry("query", "espresso")
        .containsEntry(
            "since_id",
            Long.toString(
                Snowflake.smallestAt(NOON.minus(Duration.ofDays(7)).plusSeconds(120)) - 1));
  }

  static Stream<Answer> unknown() {
    return Stream.of(
        Answer.problem(402, "CreditsDepleted", "none"),
        Answer.problem(403, "Client Forbidden", "no access"),
        Answer.text(404, "Not found"),
        Answer.text(429, "Too Many Requests"),
        Answer.text(503, "Over capacity"),
        Answer.text(200, "OK"),
        Answer.json(200, "{\"meta\":{}}"),
        Answer.json(200, "{}").delivered(Delivery.CUT_SHORT));
  }

  @Test
  void aTokenThatXDoesNotAcceptIsNamed() {
    server.answerNext(Answer.problem(401, "Unauthorized", "none"));

    Expectation expectation = expected(TokenSource.fixed("made-up"));

    assertThat(expectation.failure()).contains("X does not accept the bearer token");
    assertThat(expectation.isCounted()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void whatXDoesNotTellIsUnknown(Answer reply) {
    server.answerNext(reply, reply);

    Expectation unlimited = expected(TokenSource.fixed("made-up"));
    lake.limit(100, null);
    Expectation limited = expected(TokenSource.fixed("made-up"));

    assertThat(unlimited.posts()).isEmpty();
    assertThat(unlimited.usd()).isEmpty();
    assertThat(unlimited.isCounted()).isFalse();
    assertThat(unlimited.failure())
        .isEqualTo(
            reply.delivery() == Delivery.CUT_SHORT
                ? Optional.of("no answer from X: the connection to 127.0.0.1 broke off")
                : Optional.empty());
    assertThat(limited.posts()).contains(100L);
    assertThat(limited.usd()).contains(MemoryLake.usd("0.505"));
    assertThat(limited.isCounted()).isFalse();
  }

  @Test
  void aTokenThatCannotBeSentNeedsAPerson() {
    assertThatThrownBy(() -> expected(TokenSource.fixed("")))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage("X_BEARER_TOKEN holds no text: store the X bearer token in it");
  }

  private Expectation expected(TokenSource tokens) {
    XSdkClient x = new XSdkClient(lake.config.x(), tokens, lake.clock);
    return new ExpectedCharge(lake.config, lake.store, x, lake.clock).of(lake.subject);
  }

  private static Answer counted(String name, int count) {
    return Answer.json(200, "{\"data\":%s,\"meta\":{\"%s\":%d}}".formatted(List.of(), name, count));
  }
}
