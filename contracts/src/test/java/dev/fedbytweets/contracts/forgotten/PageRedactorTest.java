package dev.fedbytweets.contracts.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageRedactorTest {

  private static final byte[] SALT = {7};
  private static final String POST = "1700000000000000001";
  private static final String USER = "44196397";
  private static final String MEDIUM = "1699999999999999999";
  private static final String PLACED = "1700000000000000009";

  private final Forgotten forgotten =
      new Forgotten(
          SALT,
          Map.of(
              ForgottenKind.POST, List.of(Forgotten.hash(SALT, POST)),
              ForgottenKind.USER, List.of(Forgotten.hash(SALT, USER)),
              ForgottenKind.MEDIUM, List.of(Forgotten.hash(SALT, MEDIUM)),
              ForgottenKind.SCRUB_GEO, List.of(Forgotten.hash(SALT, PLACED))));

  @Test
  void postsUsersAndMediaGoAndTheRestStaysByteForByte() {
    assertThat(
            redacted(
                """
                {"data": [ {"id":"1700000000000000001","text":"a"},
                  {"id": "2","text":"b\\u00e4","x": 1.50 } , {"id":"3","author_id":"44196397"}],
                 "includes":{"users":[{"id":"44196397","username":"u"},{"id":"5","username":"v"}],
                 "media":[{"media_key":"3_1699999999999999999","type":"photo"}]},"meta":{"result_count":3}}
                """))
        .isEqualTo(
            """
            {"data": [ {"id": "2","text":"b\\u00e4","x": 1.50 }],
             "includes":{"users":[{"id":"5","username":"v"}],
             "media":[]},"meta":{"result_count":3}}
            """);
  }

  @Test
  void whatNamesThemGoesFromPostsThatStay() {
    assertThat(
            redacted(
                """
                {"data":[{"id":"2","conversation_id":"1700000000000000001",\
                "in_reply_to_user_id":"44196397","edit_history_tweet_ids":["2"],\
                "referenced_tweets":[{"type":"quoted","id":"1700000000000000001"},{"type":"replied_to","id":"8"}],\
                "entities":{"mentions":[{"start":0,"username":"u","id":"44196397"}],\
                "urls":[{"expanded_url":"https:\\/\\/x.com\\/u\\/status\\/1700000000000000001\\/photo\\/1"}]},\
                "attachments":{"media_keys":["3_1699999999999999999"]},"like_count":44196397}],\
                "meta":{"newest_id":"1700000000000000001","oldest_id":"2"}}"""))
        .isEqualTo(
            """
            {"data":[{"id":"2",\
            "edit_history_tweet_ids":["2"],\
            "referenced_tweets":[{"type":"replied_to","id":"8"}],\
            "entities":{"mentions":[{"start":0,"username":"u"}],\
            "urls":[{"expanded_url":"https:\\/\\/x.com\\/u\\/status\\/0000000000000000000\\/photo\\/1"}]},\
            "attachments":{"media_keys":[]},"like_count":44196397}],\
            "meta":{"oldest_id":"2"}}""");
  }

  @Test
  void aPostThatOnlyRepeatsAForgottenOneGoesAndAQuoteStays() {
    assertThat(
            redacted(
                """
                {"data":[{"id":"2","referenced_tweets":[{"type":"retweeted","id":"1700000000000000001"}]},\
                {"id":"3","referenced_tweets":[{"type":"quoted","id":"1700000000000000001"}]}]}"""))
        .isEqualTo("{\"data\":[{\"id\":\"3\",\"referenced_tweets\":[]}]}");
  }

  @Test
  void allVersionsOfAPostGo() {
    assertThat(
            redacted(
                """
                {"data":[{"id":"2","edit_history_tweet_ids":["1700000000000000001","2"]}]}"""))
        .isEqualTo("{\"data\":[]}");
  }

  @Test
  void aPlaceGoesWithTheWordsOfThePost() {
    assertThat(
            redacted(
                """
                {"data":[{"id":"1700000000000000009","geo":{"place_id":"p"},"text":"t"},{"id":"2","geo":{"place_id":"p"}}]}"""))
        .isEqualTo(
            """
            {"data":[{"id":"1700000000000000009","text":"t"},{"id":"2","geo":{"place_id":"p"}}]}""");
  }

  @Test
  void linesOfOtherShapesLoseThemToo() {
    String lines =
        """
        {"id":1700000000000000001,"id_str":"1700000000000000001","user":{"id":7}}
        {"id":12,"id_str":"12","user":{"id":44196397,"id_str":"44196397","screen_name":"u"}}
        {"id":13,"user":{"id":7},"quoted_status":{"id_str":"1700000000000000001"},"quoted_status_id":1700000000000000001}
        {"tweet":{"id":"1700000000000000001"}}
        {"id":14,"retweeted_status":{"id_str":"15","user":{"id_str":"44196397"}}}
        not JSON with 1700000000000000001
        not JSON
        {"id":"16","author_id":"7"}
        """;
    assertThat(
            new String(
                PageRedactor.ofStored(forgotten).redactedLines(bytes(lines)),
                StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"id":13,"user":{"id":7}}
            not JSON
            {"id":"16","author_id":"7"}
            """);
  }

  @Test
  void aNewPageLosesWhatGoesWithAForgottenUsersPosts() {
    String page =
        """
        {"data":[{"id":"20","author_id":"44196397","attachments":{"media_keys":["3_50","3_51"]}},\
        {"id":"21","author_id":"8","attachments":{"media_keys":["3_51"]},\
        "referenced_tweets":[{"type":"quoted","id":"20"}]},\
        {"id":"22","author_id":"8","referenced_tweets":[{"type":"retweeted","id":"20"}]}],\
        "includes":{"media":[{"media_key":"3_50"},{"media_key":"3_51"}]}}""";
    assertThat(
            new String(PageRedactor.ofNew(forgotten).redacted(bytes(page)), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"data":[{"id":"21","author_id":"8","attachments":{"media_keys":["3_51"]},\
            "referenced_tweets":[]}],\
            "includes":{"media":[{"media_key":"3_51"}]}}""");
  }

  @Test
  void whatHoldsNothingOfThemIsTheSameArray() {
    byte[] page = bytes("{\"data\":[{\"id\":\"2\"}]} and more");
    assertThat(PageRedactor.ofStored(forgotten).redacted(page)).isSameAs(page);
    byte[] anything = bytes("{\"data\":[{\"id\":\"1700000000000000001\"}]}");
    assertThat(PageRedactor.ofStored(Forgotten.NOTHING).redacted(anything)).isSameAs(anything);
  }

  @Test
  void takingThemOutAgainChangesNothing() {
    byte[] once =
        PageRedactor.ofStored(forgotten)
            .redacted(
                bytes(
                    "{\"a\":[{\"id\":\"2\",\"text\":\"1700000000000000001 u\"},{\"id\":\"1700000000000000001\"}]}"));
    assertThat(PageRedactor.ofStored(forgotten).redacted(once)).isSameAs(once);
  }

  private String redacted(String page) {
    return new String(
        PageRedactor.ofStored(forgotten).redacted(bytes(page)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
