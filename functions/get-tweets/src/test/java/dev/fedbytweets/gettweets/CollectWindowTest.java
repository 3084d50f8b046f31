package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reading windows to their end, over HTTP.
class CollectWindowTest {

  private static final Instant NOON = MemoryLake.NOON;

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.connected();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void readsAFirstWindowToItsEnd() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);

    GetTweetsOutput output = lake.collect("first");

    assertThat(output)
        .isEqualTo(
            new GetTweetsOutput(
                Progress.DONE,
                StopReason.WINDOW_COMPLETE,
                null,
                MemoryLake.COFFEE,
                3,
                0,
                new Counts(250, 250, 0, 0),
                3,
                0,
                0,
                0,
                0,
                0,
                0,
                MemoryLake.usd("1.250")));
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lake.answered()).extracting(SearchRequest::sinceId).containsOnlyNulls();
    Checkpoint checkpoint = lake.checkpoint();
    assertThat(checkpoint.coverage().newestId()).isEqualTo(ids.getLast());
    assertThat(checkpoint.coverage().until()).isEqualTo(NOON.minusSeconds(30));
    assertThat(checkpoint.window()).isNull();
    assertThat(checkpoint.lease()).isNull();
    assertThat(checkpoint.coverage().gaps()).isEmpty();
    assertThat(checkpoint.posts().months()).isEqualTo(Map.of(YearMonth.of(2026, 11), 250L));
  }

  @Test
  void announcesItsPagesOnceAndStoresThemAsTheyCame() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    server.failNext(Fault.rateLimit(450, 449, NOON.plusSeconds(900)), 2);

    lake.collect("first");

    List<PageKey> pages = lake.pages();
    assertThat(pages)
        .extracting(PageKey::key)
        .containsExactly(
            "raw/subject=coffee/date=2026-11-21/run=first/page-00001.json.gz",
            "raw/subject=coffee/date=2026-11-21/run=first/page-00002.json.gz");
    assertThat(lake.journal().from(MemoryLake.COFFEE, 1)).containsExactly(1);
    assertThat(lake.journal().read(MemoryLake.COFFEE, 1))
        .isEqualTo(new JournalEntry.From(pages.getFirst()));
    PageMetadata last = lake.metadata(pages.getLast());
    PageMetadata first = lake.metadata(pages.getFirst());
    assertThat(last.request().token()).isEqualTo(first.contents().nextToken()).isNotNull();
    assertThat(last.contents().nextToken()).isNull();
    assertThat(last.status()).isEqualTo(200);
    assertThat(last.request().query()).isEqualTo(lake.subject.query());
    assertThat(last.request().maxResults()).isEqualTo(100);
    assertThat(last.request().vocabulary()).isEqualTo("post");
    assertThat(last.contents().posts()).isEqualTo(50);
    assertThat(last.contents().users()).isEqualTo(1);
    assertThat(last.retrievedAt()).isEqualTo(NOON);
    assertThat(last.request().requestedAt()).isEqualTo(NOON);
    assertThat(last.rateLimit()).isEqualTo(new RateLimit(450, 449, NOON.plusSeconds(900)));
  }

  @Test
  void keepsTheBytesAndTheirHash() {
    String body = "{ \"meta\" : {\"result_count\":0} ,\"odd\":\"\\ud83d\u2028\"}\n";
    server.answerNext(Answer.json(200, body));

    lake.collect("first");

    PageKey page = lake.pages().getFirst();
    assertThat(lake.body(page)).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
    assertThat(lake.metadata(page).sha256())
        .isEqualTo("9a6bfeb06b069d271f204ddce5daf7e464a26d582061e5e5c0d2dba205584295");
  }

  @Test
  void theSamePageIsTheSameObject() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 50);
    MemoryLake other = new MemoryLake();
    other.posts.postEachMinute(NOON.minusSeconds(60), 50);
    lake.x = lake.direct;

    lake.collect("first");
    other.collect("first");

    String key = lake.keys("raw/").getFirst();
    assertThat(lake.store.read(key).orElseThrow().body())
        .isEqualTo(other.store.read(key).orElseThrow().body());
  }

  @Test
  void goesOnWhereItEnded() {
    long old = lake.posts.post(NOON.minusSeconds(60), 1);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(7));
    List<Long> fresh = lake.posts.postEachMinute(lake.clock.instant().minusSeconds(40), 120);

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.counts().read()).isEqualTo(120);
    assertThat(output.pages()).isEqualTo(2);
    assertThat(lake.answered().getLast().sinceId()).isEqualTo(old);
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(fresh.getLast());
    assertThat(lake.storedPosts()).doesNotHaveDuplicates().hasSize(121);
  }

  @Test
  void postsThatAppearWhileReadingBelongToTheNextWindow() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    lake.config = lake.config.withPagesPerInvocation(1);
    GetTweetsOutput more = lake.collect("first");
    lake.clock.advance(Duration.ofMinutes(10));
    long late = lake.posts.post(lake.clock.instant().minusSeconds(60), 1);

    GetTweetsOutput done = lake.collect("first");
    Long sinceId = lake.checkpoint().coverage().newestId();
    lake.collect("second");

    assertThat(more.status()).isEqualTo(Progress.MORE);
    assertThat(more.reason()).isEqualTo(StopReason.PAGE_LIMIT);
    assertThat(done.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(done.counts().read()).isEqualTo(150);
    assertThat(sinceId).isEqualTo(ids.getLast());
    assertThat(lake.storedPosts()).contains(late).doesNotHaveDuplicates().hasSize(151);
  }

  @Test
  void anEmptyWindowMovesTheTimeOnly() {
    GetTweetsOutput output = lake.collect("first");

    assertThat(output.pages()).isEqualTo(1);
    assertThat(output.counts().read()).isZero();
    assertThat(lake.checkpoint().coverage().newestId()).isNull();
    assertThat(lake.checkpoint().coverage().until()).isEqualTo(NOON.minusSeconds(30));
    assertThat(lake.checkpoint().posts().months()).isEmpty();
  }

  @Test
  void anEmptyPageInTheMiddleIsNotTheEnd() {
    long newest = lake.posts.post(NOON.minusSeconds(60), 1);
    server.answerNext(
        Answer.json(200, "{\"meta\":{\"result_count\":0,\"next_token\":\"abc\"}}"),
        Answer.json(
            200, "{\"data\":[{\"id\":\"%d\"}],\"meta\":{\"result_count\":1}}".formatted(newest)));

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.pages()).isEqualTo(2);
    assertThat(server.log().requests().getLast().parameters()).containsEntry("next_token", "abc");
    assertThat(lake.checkpoint().coverage().newestId()).isEqualTo(newest);
  }

  @Test
  void aTokenThatLeadsBackToItsPageIsLeft() {
    long first = lake.posts.post(NOON.minusSeconds(60), 1);
    long second = lake.posts.post(NOON.minusSeconds(90), 1);
    String page = "{\"data\":[{\"id\":\"%d\"}],\"meta\":{\"next_token\":\"abc\"}}";
    server.answerNext(
        Answer.json(200, page.formatted(first)), Answer.json(200, page.formatted(second)));

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(server.log().requests()).hasSize(3);
    assertThat(server.log().requests().getLast().parameters())
        .doesNotContainKey("next_token")
        .containsEntry("until_id", Long.toString(second));
  }

  @Test
  void partialErrorsAreKeptAndCounted() {
    server.answerNext(
        Answer.json(
            200,
            "{\"data\":[{\"id\":\"2124000000000000000\"}],"
                + "\"errors\":[{\"title\":\"a\"},{\"title\":\"b\"}],"
                + "\"meta\":{\"result_count\":1,\"next_token\":\"abc\"}}"),
        Answer.json(200, "{\"errors\":[{\"title\":\"c\"}],\"meta\":{\"result_count\":0}}"));

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.partialErrors()).isEqualTo(3);
    assertThat(output.pages()).isEqualTo(2);
    assertThat(lake.pages())
        .extracting(page -> lake.metadata(page).contents().partialErrors())
        .containsExactly(2, 1);
  }

  @Test
  void aRunThatIsDoneAsksNothingMore() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 3);
    GetTweetsOutput first = lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));
    lake.posts.post(lake.clock.instant().minusSeconds(60), 1);

    GetTweetsOutput again = lake.collect("first");

    assertThat(again).isEqualTo(first);
    assertThat(server.log().requests()).hasSize(1);
  }

  @Test
  void aRunFinishesAnEarlierWindowAndThenReadsItsOwn() {
    List<Long> ids = lake.posts.postEachMinute(NOON.minusSeconds(60), 250);
    lake.limit(100, null);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(7));
    lake.posts.postEachMinute(lake.clock.instant().minusSeconds(60), 30);
    lake.limit(null, null);

    GetTweetsOutput output = lake.collect("second");

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(output.counts().read()).isEqualTo(180);
    assertThat(lake.answered())
        .extracting(SearchRequest::sinceId)
        .containsExactly(null, null, null, ids.getLast());
    assertThat(lake.storedPosts()).doesNotHaveDuplicates().hasSize(280);
    assertThat(lake.journal().from(MemoryLake.COFFEE, 1)).containsExactly(1, 2);
  }

  @Test
  void aWindowKeepsItsQueryAndTheNextOneTakesTheNewQuery() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
    lake.limit(100, null);
    lake.collect("first");
    lake.limit(null, null);
    lake.ask("tea");

    lake.collect("second");

    assertThat(lake.answered())
        .extracting(SearchRequest::query)
        .containsExactly("(coffee OR espresso) lang:en", "(coffee OR espresso) lang:en", "tea");
    assertThat(lake.metadata(lake.pages().getLast()).request().query()).isEqualTo("tea");
  }

  @Test
  void aRedrivenRunGoesOnBehindItsOwnPages() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 3);
    lake.collect("first");
    lake.clock.advance(Duration.ofHours(1));
    lake.posts.post(lake.clock.instant().minusSeconds(60), 1);
    lake.collect("second");
    lake.clock.advance(Duration.ofHours(1));
    lake.posts.post(lake.clock.instant().minusSeconds(60), 1);

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.pages()).isEqualTo(2);
    assertThat(output.counts().read()).isEqualTo(4);
    assertThat(lake.pages())
        .extracting(PageKey::fileName)
        .contains("subject=coffee/date=2026-11-21/run=first/page-00002.json.gz");
    assertThat(lake.journal().read(MemoryLake.COFFEE, 3))
        .isEqualTo(
            new JournalEntry.From(
                PageKey.numbered(
                    MemoryLake.COFFEE, lake.run("x").date(), lake.run("first").name(), 2)));
    assertThat(lake.storedPosts()).doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void theUsersAndPricesFollowTheSetting() {
    lake.posts.postEachMinute(NOON.minusSeconds(60), 3);
    lake.config =
        new GetTweetsConfig(
            lake.config.x(),
            400,
            new XPrices(MemoryLake.usd("0.01"), MemoryLake.usd("0.005")),
            lake.config.collectingTime(),
            Duration.ZERO);

    GetTweetsOutput output = lake.collect("first");

    assertThat(output.estimatedChargeUsd()).isEqualByComparingTo("0.03");
  }
}
