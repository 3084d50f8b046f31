package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.FILE_NAME;
import static dev.fedbytweets.processraw.page.SamplePages.IMPORT_DATE;
import static dev.fedbytweets.processraw.page.SamplePages.RETRIEVED_AT;
import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static dev.fedbytweets.processraw.page.SamplePages.user;
import static dev.fedbytweets.processraw.page.SamplePages.withUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.User;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRowsTest {

  private static final String WHOLE_USER =
      """
      {"includes": {"users": [{
        "id": "1500000000000000001",
        "username": "roaster",
        "name": "The Roaster ☕",
        "location": "Lisboa",
        "public_metrics": {"followers_count": 1, "following_count": 2, "tweet_count": 4,
          "listed_count": 3, "like_count": 5, "media_count": 6},
        "verified": true,
        "created_at": "2022-03-05T10:00:00.000Z",
        "description": "Beans",
        "url": "https://t.co/c",
        "entities": {
          "description": {"hashtags": [{"tag": "beans"}]},
          "url": {"urls": [{"url": "https://t.co/c", "expanded_url": "https://example.org"},
            {"expanded_url": "https://example.org/second"}]}},
        "verified_type": "blue",
        "subscription_type": "Premium",
        "protected": false,
        "profile_image_url": "https://example.org/i.png",
        "pinned_tweet_id": "2094834172813574145",
        "most_recent_tweet_id": "2094834172813574146",
        "affiliation": {"user_id": ["1"]},
        "withheld": {"country_codes": ["DE"]}
      }]}}
      """;

  private static final User WHOLE_ROW =
      new User(
          "1500000000000000001",
          "roaster",
          "The Roaster ☕",
          "Lisboa",
          1L,
          2L,
          3L,
          4L,
          true,
          IMPORT_DATE,
          FILE_NAME,
          "r-1",
          RETRIEVED_AT,
          "2022-03-05T10:00:00.000Z",
          "Beans",
          "https://example.org",
          "blue",
          "Premium",
          false,
          "https://example.org/i.png",
          "2094834172813574145",
          5L,
          6L,
          true);

  @Test
  void readsEveryColumnInTweetNames() {
    ParsedPage page = parsed(WHOLE_USER);

    assertThat(user(page)).isEqualTo(WHOLE_ROW);
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @Test
  void readsEveryColumnInPostNames() {
    String body =
        WHOLE_USER
            .replace("tweet_count", "post_count")
            .replace("pinned_tweet_id", "pinned_post_id")
            .replace("most_recent_tweet_id", "most_recent_post_id");

    ParsedPage page = parsed(body);

    assertThat(user(page)).isEqualTo(WHOLE_ROW);
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "url": "s"                                                            | s
          "url": "s", "entities": {"url": {"urls": [{"expanded_url": "e"}]}}    | e
          "entities": {"url": {"urls": [{"expanded_url": "e"}]}}, "url": "s"    | e
          "url": "s", "entities": {"url": {"urls": [{"url": "t"}]}}             | t
          "url": "s", "entities": {"url": {"urls": []}}                         | s
          "url": "s", "entities": {"url": {}}                                   | s
          "url": "s", "entities": {"url": null}                                 | s
          "url": "s", "entities": {"url": {"urls": [{"expanded_url": 5}]}}      | s
          "url": ""                                                             | ``
          "verified": false                                                     |
          """)
  void takesTheExpandedAddressElseTheShortOne(String fields, String url) {
    assertThat(user(withUser(fields)).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name": false                               | users.name
          "verified": 1                               | users.verified
          "public_metrics": {"followers_count": "1"}  | users.public_metrics.followers_count
          "public_metrics": {"post_count": 0.5}       | users.public_metrics.post_count
          "entities": {"url": "https://t.co/c"}       | users.entities.url
          "entities": {"url": {"urls": {}}}           | users.entities.url.urls
          "pinned_post_id": {}                        | users.pinned_post_id
          """)
  void countsValuesOfAnotherKindAndKeepsTheRow(String fields, String path) {
    ParsedPage page = withUser(fields + ", \"location\": \"Lisboa\"");

    assertThat(page.malformedFields()).isEqualTo(Map.of(path, 1L));
    assertThat(user(page)).isEqualTo(user(withUser("\"location\": \"Lisboa\"")));
  }
}
