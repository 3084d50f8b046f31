package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import dev.fedbytweets.xstandin.endpoint.SearchRules.ResponseVocabulary;
import dev.fedbytweets.xstandin.json.FieldVocabulary;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

  private static final StandInRules RULES =
      StandInRules.USUAL.withClock(InstantSource.fixed(Instant.parse("2026-08-07T12:00:00Z")));

  private static final String[] IN_TWEET_WORDS = {
    "query",
    "is:quote OR has:hashtags",
    "max_results",
    "100",
    "tweet.fields",
    "public_metrics,referenced_tweets,note_tweet,edit_history_tweet_ids",
    "user.fields",
    "public_metrics,pinned_tweet_id",
    "expansions",
    "author_id,referenced_tweets.id"
  };
  private static final String[] IN_POST_WORDS = {
    "query",
    "is:quote OR has:hashtags",
    "max_results",
    "100",
    "post.fields",
    "public_metrics,referenced_posts,note_post,edit_history_post_ids",
    "user.fields",
    "public_metrics,pinned_post_id",
    "expansions",
    "author_id,referenced_posts"
  };
  private static final List<String> TWEET_NAMES =
      List.of(
          "note_tweet",
          "referenced_tweets",
          "edit_history_tweet_ids",
          "retweet_count",
          "tweet_count",
          "pinned_tweet_id",
          "tweets");
  private static final List<String> POST_NAMES =
      List.of(
          "note_post",
          "referenced_posts",
          "edit_history_post_ids",
          "repost_count",
          "post_count",
          "pinned_post_id",
          "posts");

  @Test
  void answersInTheVocabularyThatIsAsked() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);

      XClient.Reply tweets = x.search(IN_TWEET_WORDS);
      XClient.Reply posts = x.search(IN_POST_WORDS);

      assertThat(TWEET_NAMES).allMatch(name -> speaks(tweets, name));
      assertThat(POST_NAMES).noneMatch(name -> speaks(tweets, name));
      assertThat(POST_NAMES).allMatch(name -> speaks(posts, name));
      assertThat(TWEET_NAMES).noneMatch(name -> speaks(posts, name));
      assertThat(posts.ids()).isEqualTo(tweets.ids());
    }
  }

  private static boolean speaks(XClient.Reply reply, String name) {
    return reply.json().findValue(name) != null;
  }

  @Test
  void recognisesTheVocabularyByAnExpansionToo() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient.Reply reply =
          new XClient(standIn).search("query", "is:quote", "expansions", "referenced_posts");

      assertThat(reply.json().at("/includes/posts")).isNotEmpty();
      assertThat(speaks(reply, "edit_history_post_ids")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TWEET, post.fields, lang, 'The query parameter [post.fields] is not one of ['",
    "POST, tweet.fields, lang, 'The query parameter [tweet.fields] is not one of ['",
    "TWEET, tweet.fields, note_post, 'The `tweet.fields` query parameter value [note_post] is not'",
    "POST, post.fields, note_tweet, 'The `post.fields` query parameter value [note_tweet] is not'",
    "TWEET, expansions, referenced_posts, 'The `expansions` query parameter value"
        + " [referenced_posts]'",
    "POST, user.fields, pinned_tweet_id, 'The `user.fields` query parameter value"
        + " [pinned_tweet_id]'"
  })
  void refusesTheVocabularyThatItIsNotToUnderstand(
      FieldVocabulary understood, String parameter, String value, String message) {
    StandInRules rules = RULES.withSearch(SearchRules.USUAL.accepting(understood));
    try (XStandIn standIn = XStandIn.start(rules)) {
      XClient.Reply reply = new XClient(standIn).search("query", "tea", parameter, value);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.message()).startsWith(message);
      assertThat(reply.json().at("/errors/0/parameters").has(parameter)).isTrue();
      assertThat(reply.json().path("title").asText()).isEqualTo("Invalid Request");
    }
  }

  @ParameterizedTest
  @CsvSource({"TWEET, edit_history_tweet_ids", "POST, edit_history_post_ids"})
  void speaksItsOwnVocabularyWhereTheRequestSpeaksNone(FieldVocabulary understood, String name) {
    StandInRules rules = RULES.withSearch(SearchRules.USUAL.accepting(understood));
    try (XStandIn standIn = XStandIn.start(rules)) {
      assertThat(speaks(new XClient(standIn).search("query", "tea"), name)).isTrue();
    }
  }

  @Test
  void mixesBothVocabulariesInOnePageOnDemand() {
    StandInRules rules = RULES.withSearch(SearchRules.USUAL.answering(ResponseVocabulary.MIXED));
    try (XStandIn standIn = XStandIn.start(rules)) {
      XClient x = new XClient(standIn);

      XClient.Reply mixed = x.search(IN_TWEET_WORDS);

      assertThat(TWEET_NAMES).allMatch(name -> speaks(mixed, name));
      assertThat(POST_NAMES).allMatch(name -> speaks(mixed, name));
      assertThat(mixed.posts())
          .allMatch(
              post -> post.has("edit_history_tweet_ids") != post.has("edit_history_post_ids"));
      JsonNode includes = mixed.json().path("includes");
      assertThat(includes.path("tweets").findValuesAsText("id"))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(includes.path("posts").findValuesAsText("id"));
    }
  }
}
