package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchRefusalTest {

  private static final Instant NOW = Instant.parse("2026-08-07T11:45:50.444Z");
  private static final long LIMIT = 2083157183716917248L;

  private static XStandIn standIn;
  private static XClient x;

  @BeforeAll
  static void start() {
    standIn = XStandIn.start(StandInRules.USUAL.withClock(InstantSource.fixed(NOW)));
    x = new XClient(standIn);
  }

  @AfterAll
  static void stop() {
    standIn.close();
  }

  @Test
  void refusesAnIdentifierOlderThanSevenDaysAndSaysFromWhenOn() {
    XClient.Reply reply = x.search("query", "tea", "since_id", Long.toString(LIMIT));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message())
        .isEqualTo(
            "'since_id' must be a tweet id created after [2026-07-31T11:45Z]."
                + " Please use a 'since_id' that is larger than 2083157183716917248");
    assertThat(reply.json().at("/errors/0/parameters/since_id/0").asText())
        .isEqualTo(Long.toString(LIMIT));
    assertThat(reply.json().path("title").asText()).isEqualTo("Invalid Request");
    assertThat(reply.json().path("type").asText()).endsWith("/invalid-request");
  }

  @Test
  void takesTheSmallestIdentifierThatItAllows() {
    assertThat(x.search("query", "tea", "since_id", Long.toString(LIMIT + 1)).status())
        .isEqualTo(200);
  }

  static Stream<Arguments> refused() {
    String recent = Long.toString(Snowflake.smallestAt(NOW.minus(Duration.ofHours(1))));
    String older = Long.toString(Snowflake.smallestAt(NOW.minus(Duration.ofHours(2))));
    String hourAgo = "2026-08-07T10:45:00Z";
    return Stream.of(
        arguments(List.of("query"), List.of(), "The `query` query parameter can not be empty"),
        arguments(
            List.of("query"),
            List.of("query", " "),
            "The `query` query parameter can not be empty"),
        arguments(
            List.of("query"),
            List.of("query", "x".repeat(513)),
            "The `query` query parameter has 513 characters, at most 512 are allowed"),
        arguments(
            List.of("query"),
            List.of("query", "(tea OR coffee"),
            "There were errors processing your request: no viable alternative at input 'the end'"
                + " (at position 15)"),
        arguments(
            List.of("max_results"),
            List.of("query", "tea", "max_results", "9"),
            "The `max_results` query parameter value [9] is not between 10 and 100"),
        arguments(
            List.of("max_results"),
            List.of("query", "tea", "max_results", "101"),
            "The `max_results` query parameter value [101] is not between 10 and 100"),
        arguments(
            List.of("max_results"),
            List.of("query", "tea", "max_results", "many"),
            "The `max_results` query parameter value [many] is not between 10 and 100"),
        arguments(
            List.of("colour"),
            List.of("query", "tea", "colour", "green"),
            "The query parameter [colour] is not one of [end_time,expansions,max_results,"),
        arguments(
            List.of("sort_order"),
            List.of("query", "tea", "sort_order", "taste"),
            "The `sort_order` query parameter value [taste] is not one of [recency,relevancy]"),
        arguments(
            List.of("tweet.fields"),
            List.of("query", "tea", "tweet.fields", "lang,flavour"),
            "The `tweet.fields` query parameter value [flavour] is not one of [article,"),
        arguments(
            List.of("expansions"),
            List.of("query", "tea", "expansions", "author"),
            "The `expansions` query parameter value [author] is not one of ["),
        arguments(
            List.of("since_id", "start_time"),
            List.of("query", "tea", "since_id", recent, "start_time", hourAgo),
            "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or"
                + " 'end_time'"),
        arguments(
            List.of("end_time", "until_id"),
            List.of("query", "tea", "until_id", recent, "end_time", hourAgo),
            "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or"
                + " 'end_time'"),
        arguments(
            List.of("since_id"),
            List.of("query", "tea", "since_id", "-1"),
            "The `since_id` query parameter value [-1] does not match ^[0-9]{1,19}$"),
        arguments(
            List.of("until_id"),
            List.of("query", "tea", "until_id", "1"),
            "'until_id' must be a tweet id created after [2026-07-31T11:45Z]."),
        arguments(
            List.of("until_id"),
            List.of("query", "tea", "since_id", recent, "until_id", older),
            "Invalid 'until_id':'" + older + "'. 'until_id' must be larger than 'since_id'"),
        arguments(
            List.of("start_time"),
            List.of("query", "tea", "start_time", "2026-07-31T11:45:50Z"),
            "Invalid 'start_time':'2026-07-31T11:45Z'. 'start_time' must be on or after"
                + " 2026-07-31T11:45Z"),
        arguments(
            List.of("end_time"),
            List.of("query", "tea", "end_time", "2026-08-07T11:45:41Z"),
            "Invalid 'end_time':'2026-08-07T11:45Z'. 'end_time' must be a minimum of 10 seconds"
                + " prior to the request time."),
        arguments(
            List.of("end_time"),
            List.of("query", "tea", "start_time", hourAgo, "end_time", hourAgo),
            "Invalid 'end_time':'2026-08-07T10:45Z'. 'end_time' must be after 2026-08-07T10:45Z"),
        arguments(
            List.of("start_time"),
            List.of("query", "tea", "start_time", "yesterday"),
            "The `start_time` query parameter value [yesterday] is not a valid RFC3339 date-time"),
        arguments(
            List.of("next_token"),
            List.of("query", "tea", "next_token", "b26v89c19zqg8o3fpdm7h24"),
            "Invalid 'next_token':'b26v89c19zqg8o3fpdm7h24'"),
        arguments(
            List.of("next_token", "pagination_token"),
            List.of("query", "tea", "next_token", "a", "pagination_token", "b"),
            "At most one of 'pagination_token', 'next_token' may be provided"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesNamingTheParameter(List<String> named, List<String> given, String message) {
    XClient.Reply reply = x.search(given.toArray(String[]::new));

    JsonNode error = reply.json().at("/errors/0");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(error.path("message").asText()).startsWith(message);
    assertThat(error.path("parameters").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    XClient.Reply reply = x.search("max_results", "5", "colour", "green");

    assertThat(reply.json().path("errors").findValues("message")).hasSize(3);
  }

  @Test
  void takesLongerQueriesWhereTheAccountMay() {
    StandInRules rules = StandInRules.USUAL.withSearch(SearchRules.USUAL.withLongestQuery(4096));
    try (XStandIn enterprise = XStandIn.start(rules)) {
      XClient client = new XClient(enterprise);

      assertThat(client.search("query", "x".repeat(4096)).status()).isEqualTo(200);
      assertThat(client.search("query", "x".repeat(4097)).status()).isEqualTo(400);
    }
  }
}
