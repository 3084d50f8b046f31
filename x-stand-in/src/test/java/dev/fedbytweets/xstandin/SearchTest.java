package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import dev.fedbytweets.xstandin.posts.PostReference;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final Instant NOW = Instant.parse("2026-08-07T12:00:00Z");
  private static final MadeUpPosts WORLD = MadeUpPosts.seeded(7);
  private static final String EVERYTHING = "-nosuchwordanywhere";

  private XStandIn standIn;
  private XClient x;

  @BeforeEach
  void start() {
    standIn =
        XStandIn.start(StandInRules.USUAL.withPosts(WORLD).withClock(InstantSource.fixed(NOW)));
    x = new XClient(standIn);
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @Test
  void listensOnTheLoopbackAddressOnly() {
    assertThat(standIn.uri().getHost()).isEqualTo("127.0.0.1");
    assertThat(standIn.uri().getPath()).isEmpty();
  }

  @Test
  void refusesWhoHasNoTokenOrAnotherOne() {
    HttpRequest without = x.request(RequestRouter.SEARCH, "query", "tea").build();
    HttpRequest wrong =
        x.request(RequestRouter.SEARCH, "query", "tea")
            .header("Authorization", "Bearer other")
            .build();

    for (HttpRequest request : List.of(without, wrong)) {
      XClient.Reply reply = x.send(request);

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
      assertThat(reply.json().path("title").asText()).isEqualTo("Unauthorized");
      assertThat(reply.header("x-rate-limit-remaining")).isNotNull();
    }
  }

  @Test
  void knowsNoOtherAddressAndNoOtherMethod() {
    HttpRequest post =
        x.request(RequestRouter.SEARCH)
            .header("Authorization", "Bearer " + XClient.TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(x.get("/2/tweets/search/all").status()).isEqualTo(404);
    assertThat(x.send(post).status()).isEqualTo(405);
  }

  @Test
  void givesTheNewestTenPostsToThirtySecondsAgo() {
    XClient.Reply reply = x.search("query", EVERYTHING);

    List<String> expected =
        WORLD.posts(NOW.minus(Duration.ofHours(3)), NOW).stream()
            .filter(post -> !post.isRelated(PostReference.Type.RETWEETED))
            .filter(post -> Snowflake.timeOf(post.id()).isBefore(NOW.minusSeconds(30)))
            .limit(10)
            .map(post -> Long.toString(post.id()))
            .toList();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).startsWith("application/json");
    assertThat(reply.ids()).isEqualTo(expected);
    assertThat(reply.json().at("/meta/newest_id").asText()).isEqualTo(expected.getFirst());
    assertThat(reply.json().at("/meta/oldest_id").asText()).isEqualTo(expected.getLast());
    assertThat(reply.json().at("/meta/result_count").asInt()).isEqualTo(10);
    assertThat(reply.nextToken()).isNotEmpty();
  }

  @Test
  void returnsNoRetweetsThoughThereAre() {
    Instant from = NOW.minus(Duration.ofHours(2));

    List<XClient.Reply> pages =
        x.pages(
            "query",
            EVERYTHING,
            "start_time",
            from.toString(),
            "tweet.fields",
            "referenced_tweets",
            "max_results",
            "100");

    assertThat(WORLD.posts(from, NOW))
        .anyMatch(post -> post.isRelated(PostReference.Type.RETWEETED));
    assertThat(types(pages)).containsExactlyInAnyOrder("quoted", "replied_to");
  }

  private static Set<String> types(List<XClient.Reply> pages) {
    Set<String> types = new TreeSet<>();
    for (XClient.Reply page : pages) {
      types.addAll(page.json().findValuesAsText("type"));
    }
    return types;
  }

  @Test
  void leavesOutBothEndsGivenAsIdentifiers() {
    List<String> all = x.search("query", "tea", "max_results", "10").ids();

    XClient.Reply between =
        x.search("query", "tea", "until_id", all.get(2), "since_id", all.get(7));

    assertThat(between.ids()).isEqualTo(all.subList(3, 7));
    assertThat(between.nextToken()).isEmpty();
  }

  @Test
  void includesTheStartAndExcludesTheEndGivenAsTimes() {
    List<MadeUpPost> posts =
        WORLD.posts(NOW.minus(Duration.ofHours(1)), NOW.minusSeconds(60)).stream()
            .filter(post -> !post.isRelated(PostReference.Type.RETWEETED))
            .toList();
    MadeUpPost newer = posts.get(3);
    MadeUpPost older = posts.get(9);

    List<String> ids =
        x.search(
                "query", EVERYTHING,
                "start_time", older.createdAt().toString(),
                "end_time", newer.createdAt().toString())
            .ids();

    assertThat(ids)
        .contains(Long.toString(older.id()))
        .doesNotContain(Long.toString(newer.id()))
        .contains(Long.toString(posts.get(4).id()));
  }

  @Test
  void saysOnlyHowManyWhereNothingIsFound() {
    XClient.Reply reply = x.search("query", "nosuchwordanywhere");

    assertThat(reply.text()).isEqualTo("{\"meta\":{\"result_count\":0}}");
  }

  @Test
  void findsNothingAfterTheNewestPost() {
    String newest = Long.toString(Snowflake.smallestAt(NOW.plusSeconds(5)));

    assertThat(x.search("query", "tea", "since_id", newest).json().at("/meta/result_count").asInt())
        .isZero();
  }
}
