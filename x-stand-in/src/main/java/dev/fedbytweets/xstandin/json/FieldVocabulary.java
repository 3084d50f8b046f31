package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;

/// The two ways in which X names the same things: `tweet` until its OpenAPI 2.166, `post` from
/// 2.167. Documents are made with `tweet` names and translated.
public enum FieldVocabulary {
  TWEET,
  POST;

  private static final Map<String, String> POST_NAMES =
      Map.ofEntries(
          Map.entry("tweet", "post"),
          Map.entry("tweets", "posts"),
          Map.entry("tweet.fields", "post.fields"),
          Map.entry("note_tweet", "note_post"),
          Map.entry("referenced_tweets", "referenced_posts"),
          Map.entry("referenced_tweets.id", "referenced_posts"),
          Map.entry("referenced_tweets.id.author_id", "referenced_posts.author_id"),
          Map.entry("edit_history_tweet_ids", "edit_history_post_ids"),
          Map.entry("pinned_tweet_id", "pinned_post_id"),
          Map.entry("most_recent_tweet_id", "most_recent_post_id"),
          Map.entry("retweet_count", "repost_count"),
          Map.entry("tweet_count", "post_count"),
          Map.entry("total_tweet_count", "total_post_count"));

  private static final Map<String, String> POST_EXPANSIONS_AS_TWEET =
      Map.of(
          "referenced_posts", "referenced_tweets.id",
          "referenced_posts.id", "referenced_tweets.id",
          "referenced_posts.author_id", "referenced_tweets.id.author_id",
          "referenced_posts.id.author_id", "referenced_tweets.id.author_id");

  private static final Map<String, String> TWEET_NAMES =
      POST_NAMES.entrySet().stream()
          .filter(name -> !name.getKey().startsWith("referenced_tweets."))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  /// The name in this vocabulary of what the other or this one calls so. A name that both share
  /// is returned as it is.
  public String name(String name) {
    return switch (this) {
      case TWEET -> TWEET_NAMES.getOrDefault(name, name);
      case POST -> POST_NAMES.getOrDefault(name, name);
    };
  }

  /// The expansion, by the name that it has in `tweet` words.
  static String expansionInTweetWords(String expansion) {
    return POST_EXPANSIONS_AS_TWEET.getOrDefault(expansion, TWEET.name(expansion));
  }

  /// The document with its fields named in this vocabulary, at any depth.
  ///
  /// @param document in `tweet` words; not changed
  public JsonNode translated(JsonNode document) {
    return switch (document) {
      case ObjectNode object -> translatedObject(object);
      case ArrayNode array -> translatedArray(array);
      default -> document;
    };
  }

  private ObjectNode translatedObject(ObjectNode object) {
    ObjectNode translated = XJson.object();
    object
        .properties()
        .forEach(field -> translated.set(name(field.getKey()), translated(field.getValue())));
    return translated;
  }

  private ArrayNode translatedArray(ArrayNode array) {
    ArrayNode translated = array.arrayNode();
    array.forEach(element -> translated.add(translated(element)));
    return translated;
  }

  /// The page in both vocabularies at once: every second post and user in the other one, and half
  /// of the referenced posts under the other name.
  ///
  /// @param page in `tweet` words; not changed
  public static ObjectNode mixed(ObjectNode page) {
    ObjectNode mixed = page.deepCopy();
    mix(mixed, "data");
    if (mixed.get("includes") instanceof ObjectNode includes) {
      mix(includes, "users");
      split(includes);
    }
    return mixed;
  }

  private static void mix(ObjectNode parent, String list) {
    if (parent.get(list) instanceof ArrayNode elements) {
      for (int i = 1; i < elements.size(); i += 2) {
        elements.set(i, POST.translated(elements.get(i)));
      }
    }
  }

  private static void split(ObjectNode includes) {
    if (includes.get("tweets") instanceof ArrayNode all && all.size() > 1) {
      ArrayNode tweets = includes.putArray("tweets");
      ArrayNode posts = includes.putArray("posts");
      int half = all.size() / 2;
      int at = 0;
      for (JsonNode element : all) {
        if (at++ < half) {
          tweets.add(element);
        } else {
          posts.add(POST.translated(element));
        }
      }
    }
  }
}
