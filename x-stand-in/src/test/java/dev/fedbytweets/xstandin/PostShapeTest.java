package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.model.Snowflake;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a collector that asks for everything gets to see.
class PostShapeTest {

  private static final Instant NOW = Instant.parse("2026-08-07T12:00:00Z");
  private static final List<JsonNode> POSTS = new ArrayList<>();
  private static final List<JsonNode> USERS = new ArrayList<>();
  private static final List<JsonNode> PLACES = new ArrayList<>();
  private static final List<JsonNode> MEDIA = new ArrayList<>();
  private static int chargedMedia;

  @BeforeAll
  static void collect() {
    StandInRules rules = StandInRules.USUAL.withClock(InstantSource.fixed(NOW));
    try (XStandIn standIn = XStandIn.start(rules)) {
      List<XClient.Reply> pages =
          new XClient(standIn)
              .pages(
                  "query",
                  "coffee OR café OR قهوة OR コーヒー",
                  "max_results",
                  "100",
                  "expansions",
                  "author_id,geo.place_id,attachments.media_keys",
                  "media.fields",
                  "alt_text,url,width",
                  "tweet.fields",
                  "author_id,community_id,context_annotations,conversation_id,created_at,"
                      + "display_text_range,edit_controls,edit_history_tweet_ids,entities,geo,"
                      + "in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics,"
                      + "referenced_tweets,reply_settings,withheld",
                  "user.fields",
                  "created_at,description,entities,location,pinned_tweet_id,profile_image_url,"
                      + "protected,public_metrics,subscription_type,url,verified,verified_type",
                  "place.fields",
                  "contained_within,country,country_code,geo,name,place_type");
      for (XClient.Reply page : pages) {
        page.json().path("data").forEach(POSTS::add);
        page.json().at("/includes/users").forEach(USERS::add);
        page.json().at("/includes/places").forEach(PLACES::add);
        page.json().at("/includes/media").forEach(MEDIA::add);
      }
      chargedMedia = standIn.log().chargedMedia();
    }
  }

  @Test
  void mediaHaveWhatWasAskedForAndMostOfThemAnAltText() {
    List<String> named = new ArrayList<>();
    POSTS.forEach(
        post -> post.at("/attachments/media_keys").forEach(key -> named.add(key.textValue())));

    assertThat(MEDIA)
        .extracting(medium -> medium.path("media_key").textValue())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(named.stream().distinct().toList());
    assertThat(MEDIA)
        .allSatisfy(
            medium -> {
              assertThat(medium.path("type").textValue()).isEqualTo("photo");
              assertThat(medium.has("url")).isTrue();
              assertThat(medium.has("height")).isFalse();
            });
    assertThat(MEDIA.stream().filter(medium -> medium.has("alt_text")).count())
        .isBetween(1L, MEDIA.size() - 1L);
    assertThat(chargedMedia).isEqualTo(MEDIA.size());
  }

  @Test
  void everyPostHasWhatXAlwaysGives() {
    assertThat(POSTS)
        .hasSizeGreaterThan(200)
        .allSatisfy(
            post -> {
              assertThat(post.path("id").isTextual()).isTrue();
              assertThat(post.path("author_id").isTextual()).isTrue();
              assertThat(post.path("created_at").textValue()).isEqualTo(timeOf(post) + ".000Z");
              assertThat(post.at("/public_metrics/like_count").isIntegralNumber()).isTrue();
              assertThat(post.at("/public_metrics/bookmark_count").isIntegralNumber()).isTrue();
              assertThat(post.path("edit_history_tweet_ids")).last().isEqualTo(post.path("id"));
              assertThat(post.at("/edit_controls/edits_remaining").asInt()).isBetween(4, 5);
              assertThat(post.at("/display_text_range/1").asInt())
                  .isEqualTo(codePoints(post.path("text").textValue()));
            });
  }

  private static String timeOf(JsonNode post) {
    Instant time = Snowflake.timeOf(Long.parseLong(post.path("id").textValue()));
    return time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  @Test
  void offsetsCountCodePointsOfTheTextAsItIsWritten() {
    List<JsonNode> hashtags = new ArrayList<>();
    for (JsonNode post : POSTS) {
      int[] text = post.path("text").textValue().codePoints().toArray();
      for (JsonNode hashtag : post.at("/entities/hashtags")) {
        int start = hashtag.path("start").asInt();
        String written = new String(text, start, hashtag.path("end").asInt() - start);
        assertThat(written).isEqualTo("#" + hashtag.path("tag").textValue());
        hashtags.add(hashtag);
      }
    }

    assertThat(hashtags).hasSizeGreaterThan(50);
  }

  @Test
  void optionalPartsAreThereForSomePostsOnly() {
    List<Predicate<JsonNode>> parts =
        List.of(
            post -> post.has("note_tweet"),
            post -> post.has("community_id"),
            post -> post.has("in_reply_to_user_id"),
            post -> post.has("referenced_tweets"),
            post -> post.at("/withheld/country_codes/0").isTextual(),
            post -> post.has("geo") && post.path("geo").isEmpty(),
            post -> post.at("/geo/coordinates/coordinates/1").isNumber(),
            post -> post.at("/geo/place_id").isTextual(),
            post -> post.path("possibly_sensitive").asBoolean(),
            post -> post.path("text").textValue().contains("&amp;"),
            post -> post.at("/context_annotations/0/entity/name").textValue() != null,
            post -> post.at("/entities/urls/0/expanded_url").isTextual(),
            post -> post.at("/entities/mentions/0/id").isTextual(),
            post -> post.at("/public_metrics/echo_count").isNumber());

    assertThat(parts).allMatch(part -> POSTS.stream().anyMatch(part));
    assertThat(parts.subList(0, 10)).allMatch(part -> POSTS.stream().anyMatch(part.negate()));
  }

  @Test
  void theTextOfALongPostIsCutAndItsNoteWhole() {
    assertThat(POSTS)
        .filteredOn(post -> post.has("note_tweet"))
        .isNotEmpty()
        .allSatisfy(
            post -> {
              String note = post.at("/note_tweet/text").textValue();
              assertThat(codePoints(post.path("text").textValue())).isLessThanOrEqualTo(280);
              assertThat(codePoints(note)).isGreaterThan(280);
            });
  }

  @Test
  void usersAreCompleteAndRarelyMissing() {
    List<String> included = USERS.stream().map(user -> user.path("id").textValue()).toList();
    long missing =
        POSTS.stream()
            .filter(post -> !included.contains(post.path("author_id").textValue()))
            .count();

    assertThat(missing).isPositive().isLessThan(POSTS.size() / 20);
    assertThat(USERS)
        .allSatisfy(
            user -> {
              assertThat(user.path("id").isTextual()).isTrue();
              assertThat(user.at("/public_metrics/followers_count").isIntegralNumber()).isTrue();
              assertThat(user.path("verified").isBoolean()).isTrue();
              assertThat(user.path("subscription_type").isTextual()).isTrue();
            });
    assertThat(USERS).anyMatch(user -> user.has("location"));
    assertThat(USERS).anyMatch(user -> !user.has("location"));
    assertThat(USERS).anyMatch(user -> user.at("/entities/url/urls/0/expanded_url").isTextual());
  }

  @Test
  void placesHaveTheirBoundsExceptOne() {
    assertThat(PLACES).anyMatch(place -> place.size() == 2 && place.has("full_name"));
    assertThat(PLACES)
        .filteredOn(place -> place.size() > 2)
        .isNotEmpty()
        .allSatisfy(
            place -> {
              List<Double> box =
                  StreamSupport.stream(place.at("/geo/bbox").spliterator(), false)
                      .map(JsonNode::asDouble)
                      .toList();
              assertThat(box).hasSize(4).allMatch(degrees -> Math.abs(degrees) <= 180);
              assertThat(box.get(1)).isLessThanOrEqualTo(box.get(3));
              assertThat(place.path("country_code").textValue()).matches("[A-Z]{2}");
            });
  }
}
