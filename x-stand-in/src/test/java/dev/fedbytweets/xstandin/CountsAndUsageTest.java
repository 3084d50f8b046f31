package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import dev.fedbytweets.xstandin.json.FieldVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountsAndUsageTest {

  private static final Instant NOW = Instant.parse("2026-08-07T12:00:00Z");
  private static final StandInRules RULES = StandInRules.USUAL.withClock(InstantSource.fixed(NOW));

  private XStandIn standIn;
  private XClient x;

  @BeforeEach
  void start() {
    standIn = XStandIn.start(RULES);
    x = new XClient(standIn);
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @Test
  void countsWhatASearchWouldFind() {
    long found =
        x.pages("query", "coffee OR espresso", "max_results", "100").stream()
            .mapToLong(page -> page.ids().size())
            .sum();

    JsonNode counts = x.get(RequestRouter.COUNTS, "query", "coffee OR espresso").json();

    assertThat(counts.at("/meta/total_tweet_count").asLong()).isEqualTo(found).isPositive();
    assertThat(
            counts.path("data").findValues("tweet_count").stream()
                .mapToLong(JsonNode::asLong)
                .sum())
        .isEqualTo(found);
    assertThat(counts.path("data")).hasSize(7 * 24);
  }

  @Test
  void countsByTheUnitsThatAreAskedFor() {
    JsonNode days =
        x.get(
                RequestRouter.COUNTS,
                "query",
                "tea",
                "granularity",
                "day",
                "start_time",
                "2026-08-05T06:00:00Z",
                "end_time",
                "2026-08-07T03:00:00Z")
            .json();

    assertThat(days.path("data").findValuesAsText("start"))
        .containsExactly(
            "2026-08-05T06:00:00.000Z", "2026-08-06T00:00:00.000Z", "2026-08-07T00:00:00.000Z");
    assertThat(days.path("data").findValuesAsText("end"))
        .containsExactly(
            "2026-08-06T00:00:00.000Z", "2026-08-07T00:00:00.000Z", "2026-08-07T03:00:00.000Z");
  }

  @Test
  void countsInPostWords() {
    StandInRules rules = RULES.withSearch(SearchRules.USUAL.accepting(FieldVocabulary.POST));
    try (XStandIn posts = XStandIn.start(rules)) {
      JsonNode counts = new XClient(posts).get(RequestRouter.COUNTS, "query", "tea").json();

      assertThat(counts.at("/meta/total_post_count").asInt()).isPositive();
      assertThat(counts.at("/data/0").has("post_count")).isTrue();
      assertThat(counts.toString()).doesNotContain("tweet");
    }
  }

  @Test
  void refusesWhatCountsDoNotTake() {
    XClient.Reply page = x.get(RequestRouter.COUNTS, "query", "tea", "max_results", "100");
    XClient.Reply old = x.get(RequestRouter.COUNTS, "query", "tea", "since_id", "1");

    assertThat(page.message()).startsWith("The query parameter [max_results] is not one of [");
    assertThat(old.message()).startsWith("'since_id' must be a tweet id created after [");
  }

  @Test
  void tellsWhatWasUsed() {
    x.search("query", "tea");
    standIn.advance(Duration.ofDays(1));
    x.search("query", "tea", "max_results", "20");

    JsonNode usual = x.get(RequestRouter.USAGE).json();
    JsonNode byDay =
        x.get(RequestRouter.USAGE, "days", "1", "usage.fields", "daily_project_usage").json();

    assertThat(usual.at("/data/project_usage").asText()).isEqualTo("30");
    assertThat(usual.at("/data/project_cap").asText()).isEqualTo("3000000");
    assertThat(usual.at("/data/cap_reset_day").asInt()).isEqualTo(24);
    assertThat(byDay.path("data").fieldNames()).toIterable().containsExactly("daily_project_usage");
    assertThat(byDay.at("/data/daily_project_usage/usage").toString())
        .isEqualTo("[{\"date\":\"2026-08-08T00:00:00.000Z\",\"usage\":\"20\"}]");
  }

  @Test
  void beginsANewMonthWithNothingUsed() {
    x.search("query", "tea");
    standIn.setTime(Instant.parse("2026-09-01T00:00:00Z"));

    JsonNode usage = x.get(RequestRouter.USAGE).json();

    assertThat(usage.at("/data/project_usage").asText()).isEqualTo("0");
  }

  @Test
  void refusesMoreDaysThanAreKept() {
    assertThat(x.get(RequestRouter.USAGE, "days", "91").message())
        .isEqualTo("The `days` query parameter value [91] is not between 1 and 90");
  }
}
