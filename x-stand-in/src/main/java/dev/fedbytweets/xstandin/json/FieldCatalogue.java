package dev.fedbytweets.xstandin.json;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which fields and expansions a search may ask for: what X's OpenAPI 2.166 lists, and for the
/// `post` vocabulary the same renamed, with what 2.167 adds. (2.167 leaves some out of its lists
/// that X still documents elsewhere, `author_id` among them; they are taken as allowed.)
public final class FieldCatalogue {

  /// The parameter that lists expansions.
  public static final String EXPANSIONS = "expansions";

  static final String TWEET_FIELDS = "tweet.fields";
  static final String USER_FIELDS = "user.fields";
  static final String PLACE_FIELDS = "place.fields";
  static final String MEDIA_FIELDS = "media.fields";

  private static final Map<String, List<String>> IN_BOTH =
      Map.of(
          TWEET_FIELDS,
          words(
              """
              article attachments author_id card_uri community_id context_annotations
              conversation_id created_at display_text_range edit_controls edit_history_tweet_ids
              entities geo id in_reply_to_user_id lang matched_media_notes media_metadata
              non_public_metrics note_request_suggestions note_tweet organic_metrics
              paid_partnership possibly_sensitive promoted_metrics public_metrics
              referenced_tweets reply_settings scopes source suggested_source_links
              suggested_source_links_with_counts text withheld\
              """),
          EXPANSIONS,
          words(
              """
              article.cover_media article.media_entities attachments.media_keys
              attachments.media_source_tweet attachments.poll_ids author_id
              edit_history_tweet_ids entities.mentions.username geo.place_id
              in_reply_to_user_id entities.note.mentions.username referenced_tweets.id
              referenced_tweets.id.attachments.media_keys referenced_tweets.id.author_id\
              """),
          MEDIA_FIELDS,
          words(
              """
              alt_text duration_ms height media_key non_public_metrics organic_metrics
              preview_image_url promoted_metrics public_metrics type url variants width\
              """),
          "poll.fields",
          words("duration_minutes end_datetime id options voting_status"),
          USER_FIELDS,
          words(
              """
              affiliation confirmed_email connection_status created_at description entities id
              is_identity_verified location most_recent_tweet_id name parody pinned_tweet_id
              profile_banner_url profile_image_url protected public_metrics receives_your_dm
              subscription subscription_type url username verified verified_followers_count
              verified_type withheld\
              """),
          PLACE_FIELDS,
          words("contained_within country country_code full_name geo id name place_type"));

  private static final Map<String, List<String>> IN_POST_WORDS_ONLY =
      Map.of(
          TWEET_FIELDS,
          words("article_title"),
          USER_FIELDS,
          words("subscribes_to_you"),
          EXPANSIONS,
          words(
              """
              username referenced_posts.id referenced_posts.id.author_id
              referenced_posts.author_id\
              """));

  private static final Map<FieldVocabulary, SortedMap<String, List<String>>> VALUES =
      Map.of(
          FieldVocabulary.TWEET, values(FieldVocabulary.TWEET),
          FieldVocabulary.POST, values(FieldVocabulary.POST));

  private FieldCatalogue() {}

  /// The parameters that list fields or expansions, in this vocabulary's words, sorted.
  public static Set<String> parameters(FieldVocabulary vocabulary) {
    return VALUES.get(vocabulary).keySet();
  }

  /// What a parameter's list may hold, in this vocabulary's words.
  ///
  /// @param parameter one of [#parameters(FieldVocabulary)]
  public static List<String> values(String parameter, FieldVocabulary vocabulary) {
    return VALUES.get(vocabulary).get(parameter);
  }

  private static SortedMap<String, List<String>> values(FieldVocabulary vocabulary) {
    SortedMap<String, List<String>> values = new TreeMap<>();
    IN_BOTH.forEach(
        (parameter, shared) -> {
          Set<String> names = new LinkedHashSet<>();
          shared.forEach(name -> names.add(vocabulary.name(name)));
          if (vocabulary == FieldVocabulary.POST) {
            names.addAll(IN_POST_WORDS_ONLY.getOrDefault(parameter, List.of()));
          }
          values.put(vocabulary.name(parameter), List.copyOf(names));
        });
    return Collections.unmodifiableSortedMap(values);
  }

  /// Whether there is such a field of a post, in either vocabulary.
  static boolean knowsPostField(String field) {
    return IN_BOTH.get(TWEET_FIELDS).contains(FieldVocabulary.TWEET.name(field));
  }

  private static List<String> words(String text) {
    return List.of(text.split("\\s+"));
  }
}
