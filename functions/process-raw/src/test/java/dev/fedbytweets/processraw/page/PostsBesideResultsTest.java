package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.step.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The posts of `includes`.
class PostsBesideResultsTest {

  private static final String DATA = "\"data\": [{\"id\": \"1\"}, {\"id\": \"2\"}]";

  @ParameterizedTest
  @ValueSource(strings = {"tweets", "posts"})
  void areRowsBehindTheResults(String name) {
    String includes =
        "\"includes\": {\"%s\": [{\"id\": \"3\"}, {\"id\": \"2\"}, {\"id\": \"3\"}, {}]}"
            .formatted(name);

    for (String body : new String[] {DATA + ", " + includes, includes + ", " + DATA}) {
      ParsedPage page = parsed("{" + body + "}");

      assertThat(page.tweets().written())
          .extracting(Tweet::id, Tweet::foundAs)
          .containsExactly(tuple("1", "result"), tuple("2", "result"), tuple("3", "referenced"));
      assertThat(page.tweets().counts()).isEqualTo(new Counts(5, 3, 1, 1));
      assertThat(page.tweets().quarantined())
          .extracting(QuarantinedRow::index, QuarantinedRow::reason)
          .containsExactly(tuple(5, "it has no usable id"));
      assertThat(page.unknownFields()).isEmpty();
    }
  }

  @Test
  void areRowsBesideUsersToo() {
    ParsedPage page =
        parsed(
            """
            {"data": [{"id": "1", "username": "a", "pinned_tweet_id": "9"}],
             "includes": {"tweets": [{"id": "9", "text": "pinned"}]}}
            """);

    assertThat(page.users().written()).hasSize(1);
    assertThat(page.tweets().written())
        .extracting(Tweet::id, Tweet::foundAs)
        .containsExactly(tuple("9", "referenced"));
  }

  @ParameterizedTest
  @CsvSource({
    "referenced_tweets, tweets, retweeted",
    "referenced_posts, posts, retweeted",
    "referenced_posts, posts, reposted"
  })
  void giveRetweetsTheirWholeText(String field, String list, String type) {
    ParsedPage page =
        parsed(
            """
            {"data": [
              {"id": "1", "text": "RT @a: cut of\u2026", "%1$s": [{"type": "%3$s", "id": "8"}],
               "entities": {"hashtags": [{"tag": "Cut"}]}},
              {"id": "2", "text": "RT @a: cut of\u2026", "%1$s": [{"type": "%3$s", "id": "9"}]},
              {"id": "3", "text": "see this", "%1$s": [{"type": "quoted", "id": "8"}]},
              {"id": "4", "text": "RT @a: cut of\u2026", "%1$s": [{"type": "%3$s", "id": "7"}]}],
             "includes": {"%2$s": [
              {"id": "8", "text": "cut off", "entities": {
                "hashtags": [{"tag": "Cut"}, {"tag": "Whole"}], "mentions": [{"username": "b"}]}},
              {"id": "9", "text": "cut", "note_tweet": {"text": "cut off, and a note"}}]}}
            """
                .formatted(field, list, type));

    assertThat(page.tweets().written())
        .extracting(Tweet::id, Tweet::retweetedText)
        .containsExactly(
            tuple("1", "cut off"),
            tuple("2", "cut off, and a note"),
            tuple("3", null),
            tuple("4", null),
            tuple("8", null),
            tuple("9", null));
    assertThat(page.tweets().written().getFirst().hashtags()).containsExactly("Cut", "Whole");
    assertThat(page.tweets().written().getFirst().mentions()).containsExactly("b");
    assertThat(page.tweets().written().get(2).hashtags()).isNull();
  }

  @Test
  void aPostThatSaysToRepeatItselfIsLeftAsItIs() {
    ParsedPage page =
        parsed(
            """
            {"data": [{"id": "1", "text": "a", "referenced_tweets": [{"type": "retweeted", "id": "1"}]},
             {"id": "2", "text": "b", "referenced_tweets": [{"type": "retweeted", "id": "3"}]},
             {"id": "3", "text": "c", "referenced_tweets": [{"type": "retweeted", "id": "2"}]}]}
            """);

    assertThat(page.tweets().written())
        .extracting(Tweet::retweetedText)
        .containsExactly(null, "c", "b");
  }
}
