package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.gettweets.doubles.DyingStore;
import dev.fedbytweets.gettweets.doubles.Reply;
import dev.fedbytweets.gettweets.doubles.ScriptedX;
import dev.fedbytweets.gettweets.x.TokenSource;
import dev.fedbytweets.gettweets.x.Vocabulary;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.gettweets.x.XSearch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong between here and X, over HTTP.
class FailuresTest {

  private static final Instant NOON = MemoryLake.NOON;
  private static final String PAGE =
      "subject 'coffee', page raw/subject=coffee/date=2026-11-21/run=first/page-00002.json.gz: ";
  private static final Reply NO_POST_WORDS =
      Reply.json(
          400,
          "{\"errors\":[{\"parameters\":{\"post.fields\":[\"text\"]},\"message\":\"The query"
              + " parameter [post.fields] is not one of"
              + " [query,max_results,tweet.fields]\"}],\"title\":\"Invalid Request\"}");

  private final MemoryLake lake = new MemoryLake();
  private final ScriptedX server = new ScriptedX(lake.timeline);

  @BeforeEach
  void connect() {
    lake.set("X_API_URL", server.address().toString());
    lake.x = new XSdkClient(lake.config.x(), TokenSource.fixed("made-up"), lake.clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Reply> mayHeal() {
    return Stream.of(
        Reply.text(500, "Internal error"),
        Reply.text(502, "<html>Bad gateway</html>"),
        Reply.text(503, "Over capacity"),
        Reply.text(504, ""),
        Reply.json(200, "{\"data\":[{\"id\":\"1995000000000000001\",\"te"),
        Reply.text(200, "OK"),
        Reply.json(200, "{\"meta\":{}}").cutShort());
  }

  @ParameterizedTest
  @MethodSource("mayHeal")
  void whatMayHealStoresNothingAndTheNextTryGoesOnAtOnce(Reply reply) {
    List<Long> ids = lake.timeline.postEachMinute(NOON.minusSeconds(60), 150);
    collectOnePage();
    server.reply(reply);

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RetryableException.class)
        .hasMessageStartingWith(PAGE);
    assertThat(lake.pages()).hasSize(1);
    assertThat(lake.checkpoint().lease()).isNull();
    GetTweetsOutput output = lake.collect("first");

    assertThat(output.status()).isEqualTo(Progress.DONE);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lake.timeline.answered()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 302, 308})
  void whatNeedsAPersonStoresNothingAndLosesNothing(int status) {
    List<Long> ids = lake.timeline.postEachMinute(NOON.minusSeconds(60), 150);
    collectOnePage();
    server.reply(Reply.problem(status, "CreditsDepleted", "Buy some."));

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
    server.reply(Reply.problem(402, "CreditsDepleted", "No credits."));

    assertThatThrownBy(() -> lake.collect("first")).hasMessageContaining("is out of credits");
    assertThat(lake.metrics.count(Metric.PAYMENT_REQUIRED)).isEqualTo(1);
  }

  @Test
  void aUsedUpMonthAtXSaysSo() {
    server.reply(Reply.problem(429, "UsageCapExceeded", "Usage cap exceeded: Monthly product cap"));

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("has used up what it may read");
    assertThat(lake.metrics.count(Metric.PAYMENT_REQUIRED)).isZero();
  }

  @Test
  void aQueryThatXDoesNotAcceptIsRejectedWithWhatXSays() {
    server.reply(
        Reply.json(
            400,
            "{\"errors\":[{\"parameters\":{\"query\":[\"(\"]},\"message\":\"There were errors"
                + " processing your request: missing )\"}],\"title\":\"Invalid Request\"}"));

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("subject 'coffee'")
        .hasMessageContaining("missing )");
    assertThat(server.asked()).hasSize(1);
    assertThat(lake.checkpoint().lease()).isNull();
  }

  @Test
  void asksInTheOtherVocabularyOnceAndRemembersItForTheRun() {
    lake.timeline.postEachMinute(NOON.minusSeconds(60), 250);
    server.reply(NO_POST_WORDS);
    lake.config = new GetTweetsConfig(lake.config.x(), 1, lake.config.postPriceUsd());

    lake.collect("first");
    lake.collect("first");
    lake.collect("first");
    lake.collect("second");

    assertThat(server.asked())
        .extracting(asked -> asked.parameters().containsKey("tweet.fields"))
        .containsExactly(false, true, true, true, false);
    assertThat(lake.pages())
        .extracting(page -> lake.metadata(page).vocabulary())
        .containsExactly("tweet", "tweet", "tweet", "post");
    assertThat(lake.storedPosts()).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void asksInTheVocabularyOfTheSetting() {
    lake.config =
        GetTweetsConfig.of(
            Map.of("X_VOCABULARY", "tweet", "X_API_URL", server.address().toString()));

    lake.collect("first");

    assertThat(server.asked().getFirst().parameters()).containsKey("tweet.fields");
    assertThat(lake.checkpoint().run().vocabulary()).isEqualTo(Vocabulary.TWEET);
  }

  @Test
  void whatNeitherVocabularyMendsIsRejected() {
    server.reply(NO_POST_WORDS, NO_POST_WORDS);

    assertThatThrownBy(() -> lake.collect("first"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("post.fields");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void aFailureThatCannotGiveTheLeaseBackIsStillTheFailure() {
    DyingStore store = new DyingStore(lake.store, Integer.MAX_VALUE, DyingStore.Moment.BEFORE);
    XSearch x = lake.x;
    lake.x =
        request -> {
          store.kill();
          return x.search(request);
        };
    server.reply(Reply.text(503, "Over capacity"));

    assertThatThrownBy(
            () ->
                lake.getTweets(store).collect(lake.input("first"), MemoryLake.HOLDER, Instant.MAX))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("Over capacity")
        .hasSuppressedException(new DyingStore.Killed());
    assertThat(lake.checkpoint().lease()).isNotNull();
    lake.x = x;
    assertThat(lake.collect("first").status()).isEqualTo(Progress.DONE);
  }

  private void collectOnePage() {
    GetTweetsConfig usual = lake.config;
    lake.config = new GetTweetsConfig(usual.x(), 1, usual.postPriceUsd());
    lake.collect("first");
    lake.config = usual;
  }
}
