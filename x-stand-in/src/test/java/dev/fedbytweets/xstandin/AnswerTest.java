package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is in an answer: the fields and expansions that were asked for, as of the time of the
/// look.
class AnswerTest {

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
  void returnsNoFieldThatWasNotAskedFor() {
    XClient.Reply bare = x.search("query", "tea", "max_results", "100");

    assertThat(bare.posts())
        .hasSize(100)
        .allSatisfy(
            post ->
                assertThat(post.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids"));
    assertThat(bare.json().has("includes")).isFalse();
    assertThat(bare.json().has("errors")).isFalse();
  }

  @Test
  void returnsTheFieldsThatWereAskedForAndFieldsThatNobodyKnows() {
    List<String> names = new ArrayList<>();
    for (XClient.Reply page :
        x.pages(
            "query",
            EVERYTHING,
            "max_results",
            "100",
            "tweet.fields",
            "lang,public_metrics",
            "start_time",
            NOW.minus(Duration.ofHours(12)).toString())) {
      page.posts().forEach(post -> post.fieldNames().forEachRemaining(names::add));
    }

    assertThat(names)
        .containsOnly("id", "text", "edit_history_tweet_ids", "lang", "public_metrics", "sky_note");
  }

  @Test
  void includesUsersAndPlacesWhenTheyAreExpanded() {
    XClient.Reply reply =
        x.search(
            "query",
            "has:geo",
            "max_results",
            "100",
            "expansions",
            "author_id,geo.place_id",
            "user.fields",
            "public_metrics",
            "place.fields",
            "geo,country_code");

    JsonNode includes = reply.json().path("includes");
    assertThat(reply.posts()).allMatch(post -> post.has("author_id") && post.has("geo"));
    assertThat(includes.fieldNames()).toIterable().containsExactly("users", "places");
    assertThat(includes.path("users"))
        .isNotEmpty()
        .allSatisfy(
            user ->
                assertThat(user.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("id", "name", "username", "public_metrics"));
    assertThat(includes.path("users").findValuesAsText("id")).doesNotHaveDuplicates();
    assertThat(includes.path("places").findValuesAsText("id"))
        .doesNotHaveDuplicates()
        .containsAll(reply.json().path("data").findValuesAsText("place_id"));
    assertThat(includes.path("places"))
        .anySatisfy(
            place ->
                assertThat(place.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("id", "full_name", "geo", "country_code"));
  }

  @Test
  void includesReferencedPostsOnlyWhenTheyAreExpanded() {
    String[] quotes = {"query", "is:quote", "tweet.fields", "referenced_tweets,author_id"};

    XClient.Reply plain = x.search(quotes);
    XClient.Reply expanded =
        x.search(
            XClient.with(
                quotes, "expansions", "referenced_tweets.id,referenced_tweets.id.author_id"));

    assertThat(plain.json().has("includes")).isFalse();
    assertThat(expanded.ids()).isEqualTo(plain.ids());
    assertThat(expanded.json().at("/includes/tweets").findValuesAsText("id"))
        .containsExactlyInAnyOrderElementsOf(
            new TreeSet<>(
                expanded.posts().stream()
                    .map(post -> post.at("/referenced_tweets/0/id").asText())
                    .toList()));
    assertThat(expanded.json().at("/includes/users")).isNotEmpty();
  }

  @Test
  void countsGrowBetweenTwoLooksAtTheSamePost() {
    String[] search = {
      "query",
      EVERYTHING,
      "max_results",
      "100",
      "tweet.fields",
      "public_metrics",
      "start_time",
      NOW.minus(Duration.ofHours(1)).toString(),
      "end_time",
      NOW.minusSeconds(60).toString(),
      "expansions",
      "author_id",
      "user.fields",
      "public_metrics"
    };
    XClient.Reply first = x.search(search);

    standIn.advance(Duration.ofHours(3));
    XClient.Reply later = x.search(search);

    assertThat(sum(later, "/data", "impression_count"))
        .isGreaterThan(sum(first, "/data", "impression_count"));
    assertThat(sum(later, "/includes/users", "followers_count"))
        .isGreaterThan(sum(first, "/includes/users", "followers_count"));
  }

  private static long sum(XClient.Reply reply, String list, String count) {
    return reply.json().at(list).findValues(count).stream().mapToLong(JsonNode::asLong).sum();
  }

  @Test
  void showsOnlyTheNewestVersionOfAnEditedPost() {
    MadeUpPost edited =
        WORLD.posts(NOW.minus(Duration.ofHours(12)), NOW).stream()
            .filter(post -> post.versions().size() == 2)
            .min(Comparator.comparing(MadeUpPost::id))
            .orElseThrow();
    String first = edited.versions().getFirst().toString();
    String second = Long.toString(edited.id());
    String author = "from:" + edited.author().username();

    standIn.setTime(Snowflake.timeOf(edited.id()).minusMillis(1));
    List<String> before = idsSince(author, edited);
    standIn.setTime(Snowflake.timeOf(edited.id()).plusSeconds(60));
    XClient.Reply after =
        x.search("query", author, "since_id", Long.toString(edited.versions().getFirst() - 1));

    assertThat(before).doesNotContain(second);
    assertThat(after.ids()).contains(second).doesNotContain(first);
    JsonNode history =
        after.posts().get(after.ids().indexOf(second)).path("edit_history_tweet_ids");
    assertThat(history).extracting(JsonNode::asText).containsExactly(first, second);
  }

  private List<String> idsSince(String query, MadeUpPost edited) {
    return x.search("query", query, "since_id", Long.toString(edited.versions().getFirst() - 1))
        .ids();
  }
}
