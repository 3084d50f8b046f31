package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.FILE_NAME;
import static dev.fedbytweets.processraw.page.SamplePages.IMPORT_DATE;
import static dev.fedbytweets.processraw.page.SamplePages.RETRIEVED_AT;
import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static dev.fedbytweets.processraw.page.SamplePages.post;
import static dev.fedbytweets.processraw.page.SamplePages.withPost;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.Tweet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostRowsTest {

  private static final String WHOLE_POST =
      """
      {"data": [{
        "id": "2094834172813574145",
        "created_at": "2026-09-01T06:58:12.000Z",
        "author_id": "1500000000000000001",
        "text": "Fish &amp; chips, then #Espresso $COFE @roaster https://t.co/a https://t.co/b …",
        "note_tweet": {"text": "All of it, 600 characters long", "entities": {"hashtags": []}},
        "lang": "en",
        "conversation_id": "2094834172813574100",
        "in_reply_to_user_id": "1500000000000000002",
        "possibly_sensitive": false,
        "reply_settings": "everyone",
        "public_metrics": {"retweet_count": 1, "reply_count": 2, "like_count": 3, "quote_count": 4,
          "bookmark_count": 5, "impression_count": 6},
        "entities": {
          "annotations": [{"normalized_text": "Paris", "probability": 0.9}],
          "hashtags": [{"start": 1, "end": 9, "tag": "Espresso"}, {"tag": "Espresso"}],
          "cashtags": [{"start": 10, "end": 15, "tag": "COFE"}],
          "mentions": [{"username": "roaster", "id": "1500000000000000002"}],
          "urls": [
            {"url": "https://t.co/a", "expanded_url": "https://example.org/a",
              "unwound_url": "https://example.org/elsewhere", "images": [{"url": "https://i"}]},
            {"url": "https://t.co/b"}]},
        "referenced_tweets": [{"type": "replied_to", "id": "2094834172813574100"},
          {"type": "quoted", "id": "2094834172813574000"}],
        "edit_history_tweet_ids": ["2094834172813574144", "2094834172813574145"],
        "geo": {"place_id": "01a9a39529b27f36",
          "coordinates": {"type": "Point", "coordinates": [-73.99960455, 40]}},
        "withheld": {"copyright": false, "country_codes": ["DE", "FR"], "scope": "tweet"},
        "community_id": "1600000000000000003",
        "attachments": {"media_keys": ["3_1", "7_2"], "poll_ids": ["1"],
          "media_source_tweet_id": ["5"]},
        "context_annotations": [{"domain": {"id": "47"}}],
        "edit_controls": {"edits_remaining": 5},
        "source": "web"
      }], "meta": {"result_count": 1}}
      """;

  private static final Tweet WHOLE_ROW =
      new Tweet(
          "2094834172813574145",
          "2026-09-01T06:58:12.000Z",
          "1500000000000000001",
          "Fish &amp; chips, then #Espresso $COFE @roaster https://t.co/a https://t.co/b …",
          "01a9a39529b27f36",
          IMPORT_DATE,
          FILE_NAME,
          "coffee",
          "r-1",
          RETRIEVED_AT,
          "All of it, 600 characters long",
          "en",
          "2094834172813574100",
          "1500000000000000002",
          false,
          "everyone",
          1L,
          2L,
          3L,
          4L,
          5L,
          6L,
          List.of("Espresso", "Espresso"),
          List.of("COFE"),
          List.of("roaster"),
          List.of("https://example.org/a", "https://t.co/b"),
          List.of(
              new Reference("replied_to", "2094834172813574100"),
              new Reference("quoted", "2094834172813574000")),
          List.of("2094834172813574144", "2094834172813574145"),
          -73.99960455,
          40.0,
          List.of("DE", "FR"),
          "1600000000000000003",
          true,
          "result",
          null,
          List.of("3_1", "7_2"));

  @Test
  void readsEveryColumnInTweetNames() {
    ParsedPage page = parsed(WHOLE_POST);

    assertThat(post(page)).isEqualTo(WHOLE_ROW);
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @Test
  void readsEveryColumnInPostNames() {
    String body =
        WHOLE_POST
            .replace("note_tweet", "note_post")
            .replace("referenced_tweets", "referenced_posts")
            .replace("edit_history_tweet_ids", "edit_history_post_ids")
            .replace("retweet_count", "repost_count");

    ParsedPage page = parsed(body);

    assertThat(post(page)).isEqualTo(WHOLE_ROW);
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"note_tweet", "note_post"})
  void joinsTheEntitiesOfALongPostInTheirOrder(String note) {
    ParsedPage page =
        withPost(
            """
            "%s": {"text": "all of it", "entities": {
              "annotations": [{"normalized_text": "Paris"}],
              "hashtags": [{"tag": "a"}, {"tag": "b"}, {"tag": "c"}, {"tag": "A"}],
              "cashtags": [{"tag": "X"}],
              "mentions": [{"username": "third"}, {"username": "first"}],
              "urls": [{"url": "https://t.co/b", "expanded_url": "https://example.org/b"}]}},
            "entities": {
              "hashtags": [{"tag": "b"}, {"tag": "a"}, {"tag": "b"}],
              "mentions": [{"username": "first"}, {"username": "second"}],
              "urls": [{"url": "https://t.co/a", "expanded_url": "https://example.org/a"}]}\
            """
                .formatted(note));

    Tweet post = post(page);
    assertThat(post.hashtags()).containsExactly("b", "a", "c", "A");
    assertThat(post.cashtags()).containsExactly("X");
    assertThat(post.mentions()).containsExactly("first", "second", "third");
    assertThat(post.urls()).containsExactly("https://example.org/a", "https://example.org/b");
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"lang\": null",
        "\"geo\": {}, \"entities\": {}, \"public_metrics\": {}, \"note_tweet\": {}, \"withheld\":"
            + " {}",
        "\"geo\": null, \"entities\": null, \"public_metrics\": null, \"note_post\": null",
        "\"entities\": {\"hashtags\": [], \"urls\": [], \"mentions\": null}",
        "\"entities\": {\"hashtags\": [{}], \"urls\": [{}], \"mentions\": [{\"id\": \"7\"}]}",
        "\"referenced_tweets\": [], \"edit_history_post_ids\": []",
        "\"referenced_tweets\": [{}, null], \"edit_history_post_ids\": [null]",
        "\"withheld\": {\"country_codes\": []}",
        "\"geo\": {\"coordinates\": {}}",
        "\"geo\": {\"coordinates\": {\"coordinates\": []}}"
      })
  void isNullWhereThePageSaysNothing(String fields) {
    ParsedPage page = withPost(fields);

    assertThat(post(page)).isEqualTo(post(parsed("{\"data\":[{\"id\":\"1\"}]}")));
    assertThat(page.malformedFields()).isEmpty();
    assertThat(page.unknownFields()).isEmpty();
  }

  @Test
  void keepsCoordinatesWithoutPlace() {
    Tweet post =
        post(
            withPost(
                """
                "geo": {"coordinates": {"type": "Point", "coordinates": [2.35, 48.85]}}\
                """));

    assertThat(post.longitude()).isEqualTo(2.35);
    assertThat(post.latitude()).isEqualTo(48.85);
    assertThat(post.placeId()).isNull();
  }

  @Test
  void keepsIdentifiersThatAreNumbersDigitForDigit() {
    ParsedPage page =
        parsed(
            """
            {"data": [{"id": 9007199254740993, "author_id": 92233720368547758079,
              "edit_history_tweet_ids": [9007199254740993],
              "referenced_tweets": [{"type": "quoted", "id": 9007199254740995}]}]}
            """);

    Tweet post = post(page);
    assertThat(post.id()).isEqualTo("9007199254740993");
    assertThat(post.authorId()).isEqualTo("92233720368547758079");
    assertThat(post.editHistory()).containsExactly("9007199254740993");
    assertThat(post.referenced()).containsExactly(new Reference("quoted", "9007199254740995"));
    assertThat(page.malformedFields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "lang": "en", "lang": "fr"                                                 | en
          "lang": null, "lang": "en"                                                 | en
          "lang": 7, "lang": "en"                                                    | en
          """)
  void takesTheFirstOfSeveralValues(String fields, String lang) {
    assertThat(post(withPost(fields)).lang()).isEqualTo(lang);
  }

  @Test
  void takesTheFirstOfBothVocabularies() {
    Tweet post =
        post(
            withPost(
                """
                "note_post": {}, "note_tweet": {"text": "long"},
                "public_metrics": {"repost_count": 5, "retweet_count": 6, "like_count": 1},
                "public_metrics": {"like_count": 2, "reply_count": 3},
                "edit_history_tweet_ids": [], "edit_history_post_ids": ["1"]\
                """));

    assertThat(post.noteText()).isEqualTo("long");
    assertThat(post.retweetCount()).isEqualTo(5);
    assertThat(post.likeCount()).isEqualTo(1);
    assertThat(post.replyCount()).isEqualTo(3);
    assertThat(post.editHistory()).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "text": 5                                             | data.text
          "text": {"a": ["b"]}                                  | data.text
          "author_id": 1.0                                      | data.author_id
          "author_id": ["1"]                                    | data.author_id
          "possibly_sensitive": "false"                         | data.possibly_sensitive
          "public_metrics": "none"                              | data.public_metrics
          "public_metrics": {"like_count": 1.5}                 | data.public_metrics.like_count
          "public_metrics": {"like_count": 1e3}                 | data.public_metrics.like_count
          "public_metrics": {"like_count": "1"}                 | data.public_metrics.like_count
          "public_metrics": {"like_count": 9223372036854775808} | data.public_metrics.like_count
          "public_metrics": {"repost_count": []}                | data.public_metrics.repost_count
          "entities": []                                        | data.entities
          "entities": {"hashtags": {"tag": "a"}}                | data.entities.hashtags
          "entities": {"hashtags": ["a"]}                       | data.entities.hashtags
          "entities": {"hashtags": [{"tag": 1}]}                | data.entities.hashtags.tag
          "entities": {"urls": [{"expanded_url": {}}]}          | data.entities.urls.expanded_url
          "referenced_tweets": "quoted"                         | data.referenced_tweets
          "referenced_posts": [{"id": true}]                    | data.referenced_posts.id
          "edit_history_tweet_ids": [[]]                        | data.edit_history_tweet_ids
          "geo": 1                                              | data.geo
          "geo": {"place_id": {}}                               | data.geo.place_id
          "geo": {"coordinates": [1, 2]}                        | data.geo.coordinates
          "geo": {"coordinates": {"coordinates": [1]}}          | data.geo.coordinates.coordinates
          "geo": {"coordinates": {"coordinates": [1, 2, 3]}}    | data.geo.coordinates.coordinates
          "geo": {"coordinates": {"coordinates": [1, "2"]}}     | data.geo.coordinates.coordinates
          "geo": {"coordinates": {"coordinates": [null, 1, 2]}} | data.geo.coordinates.coordinates
          "geo": {"coordinates": {"coordinates": [1, 1e999]}}   | data.geo.coordinates.coordinates
          "withheld": {"country_codes": "DE"}                   | data.withheld.country_codes
          "note_post": "long"                                   | data.note_post
          "note_tweet": {"text": ["long"]}                      | data.note_tweet.text
          "note_tweet": {"entities": []}                        | data.note_tweet.entities
          """)
  void countsValuesOfAnotherKindAndKeepsTheRow(String fields, String path) {
    ParsedPage page = withPost(fields + ", \"lang\": \"en\"");

    assertThat(page.malformedFields()).isEqualTo(Map.of(path, 1L));
    assertThat(post(page)).isEqualTo(post(withPost("\"lang\": \"en\"")));
    assertThat(page.unknownFields()).isEmpty();
  }

  @Test
  void keepsTheElementsThatFit() {
    ParsedPage page =
        withPost(
            """
            "entities": {"hashtags": [{"tag": "a"}, 1, {"tag": 2}, {"tag": "b"}]}\
            """);

    assertThat(post(page).hashtags()).containsExactly("a", "b");
    assertThat(page.malformedFields())
        .isEqualTo(Map.of("data.entities.hashtags", 1L, "data.entities.hashtags.tag", 1L));
  }

  @Test
  void holdsTheSmallestAndTheLargestCount() {
    Tweet post =
        post(
            withPost(
                """
                "public_metrics": {"like_count": 9223372036854775807,
                  "reply_count": -9223372036854775808}\
                """));

    assertThat(post.likeCount()).isEqualTo(Long.MAX_VALUE);
    assertThat(post.replyCount()).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "a\\ud83db, a\uFFFDb",
    "\\udc00, \uFFFD",
    "\\ud83d, \uFFFD",
    "\\ud83d\\ud83d\\ude00, \uFFFD\uD83D\uDE00",
    "\\ud83d\\ude00 \\u2028 \\u0000 \\u200d, \uD83D\uDE00 \u2028 \u0000 \u200D",
    "line\\nline \\u202e left, 'line\nline \u202E left'"
  })
  void replacesHalvesOfSurrogatePairsAndNothingElse(String escaped, String text) {
    assertThat(post(withPost("\"text\": \"%s\"".formatted(escaped))).text()).isEqualTo(text);
  }
}
