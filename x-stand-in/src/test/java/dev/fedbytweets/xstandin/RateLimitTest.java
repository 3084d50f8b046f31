package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private static final Instant NOW = Instant.parse("2026-08-07T12:00:00Z");
  private static final StandInRules RULES = StandInRules.USUAL.withClock(InstantSource.fixed(NOW));
  private static final StandInRules THREE_REQUESTS =
      RULES.withSearchRate(new RateRule(3, Duration.ofMinutes(15)));

  @Test
  void tellsWithEveryAnswerHowManyRequestsAreLeft() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);

      XClient.Reply first = x.search("query", "tea");
      standIn.advance(Duration.ofMinutes(5));
      XClient.Reply refused = x.search("query", "tea", "max_results", "1");

      assertThat(rate(first, "limit")).isEqualTo("450");
      assertThat(rate(first, "remaining")).isEqualTo("449");
      assertThat(rate(first, "reset")).isEqualTo(epochSecond(NOW.plus(Duration.ofMinutes(15))));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(rate(refused, "remaining")).isEqualTo("448");
      assertThat(rate(refused, "reset")).isEqualTo(rate(first, "reset"));
    }
  }

  @Test
  void refusesWhatIsTooMuchUntilTheWindowEnds() {
    try (XStandIn standIn = XStandIn.start(THREE_REQUESTS)) {
      XClient x = new XClient(standIn);
      for (int i = 0; i < 3; i++) {
        assertThat(x.search("query", "tea").status()).isEqualTo(200);
      }

      XClient.Reply tooMany = x.search("query", "tea");
      standIn.advance(Duration.ofMinutes(15).minusMillis(1));
      XClient.Reply stillTooMany = x.search("query", "tea");
      standIn.advance(Duration.ofMillis(1));
      XClient.Reply afterwards = x.search("query", "tea");

      assertThat(tooMany.status()).isEqualTo(429);
      assertThat(tooMany.header("content-type")).isEqualTo("application/problem+json");
      assertThat(tooMany.json().path("title").asText()).isEqualTo("Too Many Requests");
      assertThat(rate(tooMany, "remaining")).isEqualTo("0");
      assertThat(rate(tooMany, "reset")).isEqualTo(epochSecond(NOW.plus(Duration.ofMinutes(15))));
      assertThat(tooMany.header("retry-after")).isNull();
      assertThat(stillTooMany.status()).isEqualTo(429);
      assertThat(afterwards.status()).isEqualTo(200);
      assertThat(rate(afterwards, "remaining")).isEqualTo("2");
    }
  }

  @Test
  void refusesInPlainTextOnDemand() {
    StandInRules rules = THREE_REQUESTS.withRefusal(StandInRules.Refusal.TEXT);
    try (XStandIn standIn = XStandIn.start(rules)) {
      XClient x = new XClient(standIn);
      for (int i = 0; i < 3; i++) {
        x.search("query", "tea");
      }

      XClient.Reply tooMany = x.search("query", "tea");

      assertThat(tooMany.status()).isEqualTo(429);
      assertThat(tooMany.header("content-type")).startsWith("text/plain");
      assertThat(tooMany.text()).isEqualTo("Rate limit exceeded\n");
    }
  }

  @Test
  void refusesTheSecondRequestOfASecondOnDemand() {
    try (XStandIn standIn =
        XStandIn.start(RULES.withSearchRate(RateRule.SEARCH.withInterval(Duration.ofSeconds(1))))) {
      XClient x = new XClient(standIn);
      x.search("query", "tea");

      XClient.Reply tooFast = x.search("query", "tea");
      standIn.advance(Duration.ofSeconds(1));
      XClient.Reply inTime = x.search("query", "tea");

      assertThat(tooFast.status()).isEqualTo(429);
      assertThat(rate(tooFast, "remaining")).isEqualTo("449");
      assertThat(inTime.status()).isEqualTo(200);
    }
  }

  @Test
  void countsEachEndpointForItself() {
    try (XStandIn standIn = XStandIn.start(THREE_REQUESTS)) {
      XClient x = new XClient(standIn);
      x.search("query", "tea");

      assertThat(rate(x.get(RequestRouter.COUNTS, "query", "tea"), "remaining")).isEqualTo("299");
      assertThat(rate(x.get(RequestRouter.USAGE), "remaining")).isEqualTo("49");
      assertThat(rate(x.search("query", "tea"), "remaining")).isEqualTo("1");
    }
  }

  private static String rate(XClient.Reply reply, String name) {
    return reply.header("x-rate-limit-" + name);
  }

  private static String epochSecond(Instant time) {
    return Long.toString(time.getEpochSecond());
  }
}
