package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.x.Vocabulary;
import dev.fedbytweets.gettweets.x.XSearch;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong between here and X, over HTTP.
class FailuresTest {

  private static final Instant NOON = MemoryLake.NOON;
  private static final String PAGE =
      "subject 'coffee', page raw/subject=coffee/date=2026-11-21/run=first/page-00002.json.gz: ";
  private static final Answer NO_POST_WORDS =
      Answer.json(
          400,
          "{\"errors\":[{\"parameters\":{\"post.fields\":[\"text\"]},\"message\":\"The query"
              + " parameter [post.fields] is not one of"
              + " [query,max_results,tweet.fields]\"}],\"title\":\"Invalid Request\"}");

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.connected();

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Answer> mayHeal() {
    return Stream.of(
        Answer.text(500, "Internal error"),
        Answer.text(502, "<html>Bad gateway</html>"),
        Answer.text(503, "Over capacity"),
        Answer.text(504, ""),
        Answer.json(200, "{\"data\":[{\"id\":\"1995000000000000001\",\"te"),
        Answer.text(200, "OK"),
        Answer.json(200, "{\"meta\":{}}").delivered(Delivery.CUT_SHORT));
  }

  @ParameterizedTest
  @MethodSource("mayHeal")
  void whatMayHealStoresNothingAndTheNextTryGoesOnAtOnce(Answer reply) {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    collectOnePage();
    server.answerNext(reply);

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageStartingWith(PAGE);
    assertThat(lake.pages()).hasSize(1);
    assertThat(lake.checkpoint().lease()).isNull();
    GetTweetsOutput output = lake.collect("first");

    assertThat(output.status()).isEqualTo(Progress.DONE);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lake.answered()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 302, 308})
  void whatNeedsAPersonStoresNothingAndLosesNothing(int status) {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    collectOnePage();
    server.answerNext(Answer.problem(status, "CreditsDepleted", "Buy some."));

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageStartingWith(PAGE)
        .hasMessageContaining("(%d, CreditsDepleted | Buy some.)".formatted(status));
    assertThat(lake.checkpoint().lease()).isNull();
    lake.collect("second");

    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void outOfCreditsSaysSo() {
    server.answerNext(Answer.problem(402, "CreditsDepleted", "No credits."));

    assertThatThrownBy(() -> lake.collect("first")).hasMessageContaining("is out of credits");
    assertThat(lake.metrics.count(Metric.PAYMENT_REQUIRED)).isEqualTo(1);
  }

  @Test
  void aUsedUpMonthAtXSaysSo() {
    server.answerNext(
        Answer.problem(429, "UsageCapExceeded", "Usage cap exceeded: Monthly product cap"));

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("has used up what it may read");
    assertThat(lake.metrics.count(Metric.PAYMENT_REQUIRED)).isEqualTo(1);
  }

  @Test
  void aQueryThatXDoesNotAcceptIsRejectedWithWhatXSays() {
    server.answerNext(
        Answer.json(
            400,
            "{\"errors\":[{\"parameters\":{\"query\":[\"(\"]},\"message\":\"There were errors"
                + " processing your request: missing )\"}],\"title\":\"Invalid Request\"}"));

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("subject 'coffee'")
        .hasMessageContaining("missing )");
    assertThat(server.log().requests()).hasSize(1);
    assertThat(lake.checkpoint().lease()).isNull();
  }

  @Test
  void asksInTheOtherVocabularyOnceAndRemembersItForTheRun() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    server.answerNext(NO_POST_WORDS);
    lake.config = lake.config.withPagesPerInvocation(1);

    lake.collect("first");
    lake.collect("first");
    lake.collect("first");
    lake.collect("second");

    assertThat(server.log().requests())
        .extracting(asked -> asked.parameters().containsKey("tweet.fields"))
        .containsExactly(false, true, true, true, false);
    assertThat(lake.pages())
        .extracting(page -> lake.metadata(page).request().vocabulary())
        .containsExactly("tweet", "tweet", "tweet", "post");
    assertThat(lake.storedPosts()).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void asksInTheVocabularyOfTheSetting() {
    lake.config =
        GetTweetsConfig.of(Map.of("X_VOCABULARY", "tweet", "X_API_URL", server.uri().toString()));

    lake.collect("first");

    assertThat(server.log().requests().getFirst().parameters()).containsKey("tweet.fields");
    assertThat(lake.checkpoint().run().vocabulary()).isEqualTo(Vocabulary.TWEET);
  }

  @Test
  void whatNeitherVocabularyMendsIsRejected() {
    server.answerNext(NO_POST_WORDS, NO_POST_WORDS);

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("post.fields");
    assertThat(server.log().requests()).hasSize(2);
  }

  @Test
  void aFailureThatCannotGiveTheLeaseBackIsStillTheFailure() {
    FaultInjector faults = new FaultInjector();
    ObjectStore store = new FaultyObjectStore(lake.store, faults);
    RetryableException unreachable = new RetryableException("the store cannot be reached");
    XSearch x = lake.x;
    lake.x =
        request -> {
          faults.failWith(unreachable);
          return x.search(request);
        };
    server.answerNext(Answer.text(503, "Over capacity"));

    assertThatThrownBy(
            () ->
                lake.getTweets(store).collect(lake.input("first"), MemoryLake.HOLDER, Instant.MAX))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("Over capacity")
        .hasSuppressedException(unreachable);
    assertThat(lake.checkpoint().lease()).isNotNull();
    lake.x = x;
    assertThat(lake.collect("first").status()).isEqualTo(Progress.DONE);
  }

  private void collectOnePage() {
    GetTweetsConfig usual = lake.config;
    lake.config = usual.withPagesPerInvocation(1);
    lake.collect("first");
    lake.config = usual;
  }
}
