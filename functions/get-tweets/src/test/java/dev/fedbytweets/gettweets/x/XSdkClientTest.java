package dev.fedbytweets.gettweets.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.config.BearerToken;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xclient.XResponse;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.SettableClock;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XSdkClientTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String QUERY = "(coffee OR #café \"a b\") -is:retweet tweet.fields=a&b+c 😀";
  private static final String BODY = "{\"meta\":{\"result_count\":0}, \"odd\" : \"\\u2028 é😀\"}\n";

  private static final String TOKEN = "AAAA%2Bmade-up%3D";

  private final XStandIn server = XStandIn.start(StandInRules.USUAL.withToken(TOKEN));
  private final SettableClock clock = new SettableClock(NOW);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksInPostWords() throws IOException {
    server.answerNext(Answer.json(200, BODY));

    x().search(
            new SearchRequest(QUERY, 12L, 99L, "b26", 50, Vocabulary.POST, AttachedMedia.LEFT_OUT));

    LoggedRequest asked = server.log().requests().getFirst();
    assertThat(asked.path()).isEqualTo("/2/tweets/search/recent");
    assertThat(asked.headers()).containsEntry("authorization", "Bearer AAAA%2Bmade-up%3D");
    assertThat(asked.parameters())
        .containsOnly(
            Map.entry("query", QUERY),
            Map.entry("since_id", "12"),
            Map.entry("until_id", "99"),
            Map.entry("next_token", "b26"),
            Map.entry("max_results", "50"),
            Map.entry("expansions", "author_id,geo.place_id"),
            Map.entry(
                "post.fields",
                "article,attachments,author_id,community_id,context_annotations,conversation_id,"
                    + "created_at,display_text_range,edit_controls,edit_history_post_ids,entities,"
                    + "geo,id,in_reply_to_user_id,lang,note_post,possibly_sensitive,"
                    + "public_metrics,referenced_posts,reply_settings,scopes,text,withheld"),
            Map.entry(
                "user.fields",
                "affiliation,created_at,description,entities,id,location,name,pinned_post_id,"
                    + "profile_image_url,protected,public_metrics,subscription_type,url,username,"
                    + "verified,verified_type,withheld"),
            Map.entry(
                "place.fields",
                "contained_within,country,country_code,full_name,geo,id,name,place_type"));
  }

  @Test
  void asksForMediaIfTheyAreWanted() throws IOException {
    server.answerNext(Answer.json(200, BODY));

    x().search(
            new SearchRequest(
                QUERY, null, null, null, 50, Vocabulary.POST, AttachedMedia.EXPANDED));

    assertThat(server.log().requests().getFirst().parameters())
        .contains(
            Map.entry("expansions", "author_id,geo.place_id,attachments.media_keys"),
            Map.entry(
                "media.fields",
                "alt_text,duration_ms,height,media_key,preview_image_url,public_metrics,type,url,"
                    + "variants,width"));
  }

  @Test
  void aTokenThatIsReadAnewDoesNotDoubleTheTimeout() {
    Duration timeout = Duration.ofSeconds(1);
    XSettings settings =
        new XSettings(server.uri(), timeout, Vocabulary.POST, ReferencedPosts.LEFT_OUT);
    TokenSource rotated =
        TokenSource.of(() -> new BearerToken("t", "old"), () -> new BearerToken("t", TOKEN));
    server.failNext(Fault.slow(Duration.ofMillis(700)), 2);
    long begun = System.nanoTime();

    assertThatThrownBy(
            () ->
                new XSdkClient(settings, rotated, clock)
                    .search(
                        new SearchRequest(
                            QUERY, null, null, null, 10, Vocabulary.POST, AttachedMedia.LEFT_OUT)))
        .isInstanceOf(IOException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1300));
  }

  @Test
  void asksInTweetWords() throws IOException {
    server.answerNext(Answer.json(200, BODY));

    x().search(
            new SearchRequest(
                "coffee", null, null, null, 10, Vocabulary.TWEET, AttachedMedia.LEFT_OUT));

    Map<String, String> asked = server.log().requests().getFirst().parameters();
    assertThat(asked.keySet())
        .isEqualTo(
            Set.of(
                "query",
                "max_results",
                "expansions",
                "tweet.fields",
                "user.fields",
                "place.fields"));
    assertThat(asked.get("tweet.fields"))
        .contains("note_tweet", "referenced_tweets", "edit_history_tweet_ids")
        .doesNotContain("post");
    assertThat(asked.get("user.fields")).contains("pinned_tweet_id");
  }

  @Test
  void asksForReferencedPostsOnlyIfTold() throws IOException {
    server.answerNext(Answer.json(200, BODY), Answer.json(200, BODY));
    XSdkClient x =
        x(settings(ReferencedPosts.EXPANDED, Duration.ofSeconds(5)), TokenSource.fixed("made-up"));

    x.search(
        new SearchRequest("coffee", null, null, null, 10, Vocabulary.POST, AttachedMedia.LEFT_OUT));
    x.search(
        new SearchRequest(
            "coffee", null, null, null, 10, Vocabulary.TWEET, AttachedMedia.LEFT_OUT));

    assertThat(server.log().requests())
        .extracting(asked -> asked.parameters().get("expansions"))
        .containsExactly(
            "author_id,geo.place_id,referenced_posts",
            "author_id,geo.place_id,referenced_tweets.id");
  }

  @Test
  void countsPosts() throws IOException {
    server.answerNext(Answer.json(200, "{\"meta\":{\"total_tweet_count\":3}}"));

    XResponse response = x().count("coffee", 12L);

    assertThat(response.status()).isEqualTo(200);
    assertThat(server.log().requests().getFirst().path()).isEqualTo("/2/tweets/counts/recent");
    assertThat(server.log().requests().getFirst().parameters())
        .containsOnly(
            Map.entry("query", "coffee"),
            Map.entry("since_id", "12"),
            Map.entry("granularity", "day"));
  }

  @Test
  void keepsTheBytesAndReadsTheHeaders() throws IOException {
    server.answerNext(
        Answer.json(200, BODY)
            .with("x-rate-limit-limit", 450)
            .with("x-rate-limit-remaining", 0)
            .with("x-rate-limit-reset", NOW.plusSeconds(600).getEpochSecond()));

    XResponse response = search(x());

    assertThat(server.log().requests().getFirst().headers())
        .containsEntry("accept-encoding", "gzip");
    assertThat(response.body()).isEqualTo(BODY.getBytes(StandardCharsets.UTF_8));
    assertThat(response.rateLimit()).isEqualTo(new RateLimit(450, 0, NOW.plusSeconds(600)));
    assertThat(response.requestedAt()).isEqualTo(NOW);
  }

  @Test
  void headersThatAreNoNumbersSayNothing() throws IOException {
    server.answerNext(
        Answer.json(200, BODY)
            .with("x-rate-limit-limit", "many")
            .with("x-rate-limit-reset", "9999999999999999999"));

    assertThat(search(x()).rateLimit()).isEqualTo(RateLimit.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 403, 404, 429, 500, 503})
  void anErrorIsAnAnswerAndIsNotAskedForAgain(int status) throws IOException {
    server.answerNext(Answer.text(status, "no"));

    XResponse response = search(x());

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body()).asString().isEqualTo("no");
    assertThat(server.log().requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void doesNotFollow(int status) throws IOException {
    server.answerNext(Answer.text(status, "").with("location", server.uri() + "/elsewhere?a=b"));

    assertThat(search(x()).status()).isEqualTo(status);
    assertThat(server.log().requests()).hasSize(1);
  }

  @Test
  void aBodyThatEndsTooEarlyIsNoAnswer() {
    server.answerNext(Answer.json(200, BODY).delivered(Delivery.CUT_SHORT));

    assertThatThrownBy(() -> search(x())).isInstanceOf(IOException.class);
    assertThat(server.log().requests()).hasSize(1);
  }

  @Test
  void aSlowAnswerIsNoAnswer() {
    server.answerNext(Answer.json(200, BODY).after(Duration.ofSeconds(5)));
    XSdkClient impatient =
        x(settings(ReferencedPosts.LEFT_OUT, Duration.ofMillis(200)), TokenSource.fixed("t"));

    assertThatThrownBy(() -> search(impatient)).isInstanceOf(IOException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void noOneListeningIsNoAnswer() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    XSettings settings =
        new XSettings(
            URI.create("http://127.0.0.1:" + port),
            Duration.ofSeconds(5),
            Vocabulary.POST,
            ReferencedPosts.LEFT_OUT);

    assertThatThrownBy(() -> search(x(settings, TokenSource.fixed("made-up"))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aConnectionThatMayHaveDiedIsNotUsedAgain() throws IOException {
    server.failNext(Fault.hungUp());
    XSdkClient x = x();
    search(x);
    clock.advance(Duration.ofMinutes(5));

    XResponse response = search(x);

    assertThat(response.status()).isEqualTo(200);
    assertThat(server.log().requests())
        .extracting(asked -> asked.request().connection())
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void aRotatedTokenIsTriedOnce() throws IOException {
    server.answerNext(Answer.text(401, "Unauthorized"), Answer.json(200, BODY));
    XSdkClient x = x(usual(), TokenSource.of(() -> token("old-token"), () -> token("new-token")));

    XResponse response = search(x);

    assertThat(response.status()).isEqualTo(200);
    assertThat(server.log().requests())
        .extracting(asked -> asked.headers().get("authorization"))
        .containsExactly("Bearer old-token", "Bearer new-token");
  }

  @Test
  void aRotatedTokenThatIsRefusedTooIsNotTriedAgain() throws IOException {
    server.answerNext(
        Answer.text(401, "Unauthorized"), Answer.text(401, "Unauthorized: new-token"));
    XSdkClient x = x(usual(), TokenSource.of(() -> token("old-token"), () -> token("new-token")));

    XResponse response = search(x);

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.body()).asString().isEqualTo("Unauthorized: [token]");
    assertThat(server.log().requests()).hasSize(2);
  }

  @Test
  void theSameTokenIsNotTriedAgain() throws IOException {
    server.answerNext(Answer.text(401, "Unauthorized"));

    XResponse response = search(x(usual(), TokenSource.fixed("made-up")));

    assertThat(response.status()).isEqualTo(401);
    assertThat(server.log().requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "two words", "two\nlines", "\u00fcmlaut", "tab\tin", "\u0000", "\u007f"})
  void aTokenThatCannotBeSentIsNotSaid(String token) {
    assertThatThrownBy(() -> search(x(usual(), TokenSource.fixed(token))))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageStartingWith("X_BEARER_TOKEN holds ")
        .hasNoCause()
        .satisfies(
            failure ->
                assertThat(token.isEmpty() || !failure.getMessage().contains(token)).isTrue());
    assertThat(server.log().requests()).isEmpty();
  }

  @Test
  void aPathInTheAddressStaysAndASlashAtItsEndDoesNotMatter() throws IOException {
    server.answerNext(Answer.json(200, BODY));
    XSettings settings =
        new XSettings(
            URI.create(server.uri() + "/proxy/"),
            Duration.ofSeconds(5),
            Vocabulary.POST,
            ReferencedPosts.LEFT_OUT);

    search(x(settings, TokenSource.fixed("made-up")));

    assertThat(server.log().requests().getFirst().path())
        .isEqualTo("/proxy/2/tweets/search/recent");
  }

  private static BearerToken token(String value) {
    return new BearerToken("X_BEARER_TOKEN", value);
  }

  private static XResponse search(XSdkClient x) throws IOException {
    return x.search(
        new SearchRequest("coffee", null, null, null, 10, Vocabulary.POST, AttachedMedia.LEFT_OUT));
  }

  private XSdkClient x() {
    return x(usual(), TokenSource.fixed(TOKEN));
  }

  private XSdkClient x(XSettings settings, TokenSource tokens) {
    return new XSdkClient(settings, tokens, clock);
  }

  private XSettings usual() {
    return settings(ReferencedPosts.LEFT_OUT, Duration.ofSeconds(5));
  }

  private XSettings settings(ReferencedPosts referencedPosts, Duration callTimeout) {
    return new XSettings(server.uri(), callTimeout, Vocabulary.POST, referencedPosts);
  }
}
