package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.xstandin.endpoint.Answer;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  private static final Instant NOW = Instant.parse("2026-08-07T12:00:00Z");

  private XStandIn standIn;
  private XClient x;

  @BeforeEach
  void start() {
    standIn = XStandIn.start(StandInRules.USUAL.withClock(InstantSource.fixed(NOW)));
    x = new XClient(standIn);
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void failsOnceAndThenAnswersAgain(int status) {
    standIn.failNext(Fault.serverFailure(status));

    assertThat(x.search("query", "tea").status()).isEqualTo(status);
    assertThat(x.search("query", "tea").status()).isEqualTo(200);
  }

  @Test
  void failsSoManyTimesInTheOrderOfTheDemands() {
    standIn.failNext(Fault.text(418, "short and stout"), 2);
    standIn.failNext(Fault.json(451, "{\"title\":\"No\"}"));

    List<XClient.Reply> replies =
        List.of(
            x.search("query", "tea"),
            x.search("query", "tea"),
            x.search("query", "tea"),
            x.search("query", "tea"));

    assertThat(replies).extracting(XClient.Reply::status).containsExactly(418, 418, 451, 200);
    assertThat(replies.get(0).text()).isEqualTo("short and stout");
    assertThat(replies.get(0).header("content-type")).startsWith("text/plain");
    assertThat(replies.get(2).json().path("title").asText()).isEqualTo("No");
    assertThat(replies.get(2).header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void failsTheRequestWithACertainNumber() {
    standIn.failRequest(2, Fault.forbidden());

    assertThat(x.search("query", "tea").status()).isEqualTo(200);
    assertThat(x.search("query", "tea").status()).isEqualTo(403);
    assertThat(x.search("query", "tea").status()).isEqualTo(200);
  }

  @Test
  void runsOutOfCredits() {
    standIn.failNext(Fault.creditsDepleted());

    XClient.Reply reply = x.search("query", "tea");

    assertThat(reply.status()).isEqualTo(402);
    assertThat(reply.json().path("title").asText()).isEqualTo("CreditsDepleted");
    assertThat(reply.json().path("type").asText()).endsWith("/problems/credits");
  }

  @Test
  void refusesAsIfTheTokenOrTheAccountWereWrong() {
    standIn.failNext(Fault.unauthorized());
    standIn.failNext(Fault.forbidden());

    assertThat(x.search("query", "tea").json().path("title").asText()).isEqualTo("Unauthorized");
    assertThat(x.search("query", "tea").json().path("reason").asText())
        .isEqualTo("client-not-enrolled");
  }

  @ParameterizedTest
  @EnumSource(Fault.RateHeaders.class)
  void limitsTheRateInEveryWay(Fault.RateHeaders rate) {
    standIn.failNext(Fault.rateLimited(rate));
    standIn.failNext(Fault.rateLimitedAsText(rate));

    XClient.Reply json = x.search("query", "tea");
    XClient.Reply text = x.search("query", "tea");

    assertThat(json.status()).isEqualTo(429);
    assertThat(json.json().path("status").asInt()).isEqualTo(429);
    assertThat(text.status()).isEqualTo(429);
    assertThat(text.header("content-type")).startsWith("text/plain");
    assertThat(text.header("x-rate-limit-remaining"))
        .isEqualTo(rate == Fault.RateHeaders.AS_COUNTED ? "448" : "0");
    assertThat(json.header("x-rate-limit-reset"))
        .isEqualTo(
            switch (rate) {
              case AS_COUNTED, EXHAUSTED ->
                  Long.toString(NOW.plus(Duration.ofMinutes(15)).getEpochSecond());
              case RESET_IN_THE_PAST ->
                  Long.toString(NOW.minus(Duration.ofMinutes(2)).getEpochSecond());
              case WITHOUT_RESET -> null;
            });
  }

  @Test
  void breaksTheConnectionWithinTheBody() {
    standIn.failNext(Fault.bodyCutShort());

    assertThatThrownBy(() -> x.search("query", "tea", "max_results", "100"))
        .hasRootCauseInstanceOf(IOException.class)
        .hasStackTraceContaining("fixed content-length");
    assertThat(x.search("query", "tea").status()).isEqualTo(200);
  }

  @Test
  void breaksTheConnectionBeforeAnAnswer() {
    standIn.failNext(Fault.noAnswer(), 2);

    assertThatThrownBy(() -> x.search("query", "tea")).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void cutsTheJsonThoughTheTransportIsComplete() {
    standIn.failNext(Fault.jsonCutShort());

    XClient.Reply reply = x.search("query", "tea");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).startsWith("application/json");
    assertThat(reply.text()).startsWith("{\"data\":[");
    assertThatThrownBy(() -> new JsonMapper().readTree(reply.text()))
        .hasMessageContaining("Unexpected end-of-input");
  }

  @Test
  void answersAWebPageUnderStatus200() {
    standIn.failNext(Fault.webPage());

    XClient.Reply reply = x.search("query", "tea");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).startsWith("text/html");
    assertThat(reply.text()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void answersLate() {
    standIn.failNext(Fault.slow(Duration.ofSeconds(20)));

    assertThatThrownBy(
            () ->
                x.send(
                    x.request(RequestRouter.SEARCH, "query", "tea")
                        .timeout(Duration.ofMillis(300))
                        .build()))
        .hasRootCauseInstanceOf(HttpTimeoutException.class);
    assertThat(x.search("query", "tea").status()).isEqualTo(200);
  }

  @Test
  void reportsALostPostBesideTheData() {
    String[] quotes = {
      "query", "is:quote", "tweet.fields", "referenced_tweets", "expansions", "referenced_tweets.id"
    };
    XClient.Reply right = x.search(quotes);
    standIn.failNext(Fault.partialErrors());

    XClient.Reply reply = x.search(quotes);

    JsonNode error = reply.json().at("/errors/0");
    String lost = reply.posts().getFirst().at("/referenced_tweets/0/id").asText();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.ids()).isEqualTo(right.ids());
    assertThat(error.path("resource_id").asText()).isEqualTo(lost);
    assertThat(error.path("type").asText()).endsWith("/problems/resource-not-found");
    assertThat(error.path("detail").asText()).contains(lost);
    assertThat(right.json().at("/includes/tweets").findValuesAsText("id")).contains(lost);
    assertThat(reply.json().at("/includes/tweets").findValuesAsText("id")).doesNotContain(lost);
  }

  @Test
  void answersExactlyWhatIsScriptedInTurn() {
    standIn.answerNext(
        Answer.json(200, "{\"odd\":1}").with("date", "yesterday"), Answer.problem(418, "T", "d"));

    XClient.Reply first = x.search("query", "tea");
    XClient.Reply second = x.search("query", "tea");

    assertThat(first.text()).isEqualTo("{\"odd\":1}");
    assertThat(first.header("x-rate-limit-remaining")).isNull();
    assertThat(second.json().path("detail").asText()).isEqualTo("d");
    assertThat(standIn.log().chargedPosts()).isZero();
    assertThat(x.search("query", "tea").header("x-rate-limit-remaining")).isEqualTo("447");
  }

  @Test
  void changesTheRightAnswer() {
    standIn.failNext(Fault.page(page -> page.remove("meta")));
    standIn.failNext(Fault.rateLimit(10, 3, NOW));

    XClient.Reply page = x.search("query", "tea");
    XClient.Reply limited = x.search("query", "tea");

    assertThat(page.json().has("meta")).isFalse();
    assertThat(page.ids()).isEqualTo(limited.ids()).isNotEmpty();
    assertThat(limited.header("x-rate-limit-remaining")).isEqualTo("3");
    assertThat(standIn.log().chargedPosts()).isEqualTo(10);
  }

  @Test
  void hangsUpAfterAnAnswer() {
    standIn.failNext(Fault.hungUp());

    assertThat(x.search("query", "tea").ids()).hasSize(10);
    assertThat(standIn.log().requests().getFirst().gavePage()).isTrue();
  }

  @Test
  void leadsInACircle() {
    standIn.failNext(Fault.circlingTokens(2), 3);

    JsonNode first = x.search("query", "tea", "max_results", "10").json();
    JsonNode second = search(nextToken(first));
    JsonNode third = search(nextToken(second));

    assertThat(third.path("data")).isEqualTo(first.path("data")).isNotEmpty();
    assertThat(nextToken(third)).isEqualTo(nextToken(first));
    assertThat(second.path("data")).isNotEqualTo(first.path("data"));
  }

  @Test
  void refusesATokenAndNothingElse() {
    standIn.failNext(Fault.tokenRefused(), 2);

    JsonNode first = x.search("query", "tea", "max_results", "10").json();
    JsonNode refusal = search(nextToken(first));

    assertThat(first.path("data")).isNotEmpty();
    assertThat(refusal.at("/errors/0/parameters/next_token/0").asText())
        .isEqualTo(nextToken(first));
  }

  @Test
  void leavesOutWhatSaysHowThePagesGoOn() {
    standIn.failNext(Fault.withoutMeta());
    standIn.failNext(Fault.withoutNextToken());

    JsonNode withoutMeta = x.search("query", "tea", "max_results", "10").json();
    JsonNode withoutToken = x.search("query", "tea", "max_results", "10").json();

    assertThat(withoutMeta.has("meta")).isFalse();
    assertThat(withoutMeta.path("data")).hasSize(10);
    assertThat(withoutToken.at("/meta/result_count").asInt()).isEqualTo(10);
    assertThat(nextToken(withoutToken)).isEmpty();
  }

  @Test
  void refusesAQueryAndNoOther() {
    standIn.failNext(Fault.queryRefused("(tea"), 2);
    standIn.failNext(Fault.queryRefused("tea"));

    assertThat(x.search("query", "tea").status()).isEqualTo(200);
    assertThat(x.search("query", "tea lang:en").status()).isEqualTo(200);
    XClient.Reply refusal = x.search("query", "tea");

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.json().at("/errors/0/parameters/query/0").asText()).isEqualTo("tea");
  }

  private JsonNode search(String token) {
    return x.search("query", "tea", "max_results", "10", "next_token", token).json();
  }

  private static String nextToken(JsonNode page) {
    return page.at("/meta/next_token").asText();
  }
}
