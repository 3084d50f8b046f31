package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fields and expansions that a request asked for, in `tweet` words.
public final class FieldSelection {

  private static final Set<String> ALWAYS_OF_POSTS = Set.of("id", "text", "edit_history_tweet_ids");
  private static final Set<String> ALWAYS_OF_USERS = Set.of("id", "name", "username");
  private static final Set<String> ALWAYS_OF_PLACES = Set.of("id", "full_name");
  private static final Set<String> ALWAYS_OF_MEDIA = Set.of("media_key", "type");

  /// An expansion brings the field that it follows.
  private static final Map<String, String> FIELD_OF_EXPANSION =
      Map.of(
          "author_id", "author_id",
          "in_reply_to_user_id", "in_reply_to_user_id",
          "geo.place_id", "geo",
          "attachments.media_keys", "attachments",
          "referenced_tweets.id", "referenced_tweets",
          "referenced_tweets.id.author_id", "referenced_tweets");

  private final Set<String> posts;
  private final Set<String> users;
  private final Set<String> places;
  private final Set<String> media;
  private final Set<String> expansions;
  private final boolean keepsUnknown;

  private FieldSelection(
      Set<String> posts,
      Set<String> users,
      Set<String> places,
      Set<String> media,
      Set<String> expansions) {
    this.keepsUnknown = !posts.isEmpty();
    this.posts = union(ALWAYS_OF_POSTS, posts);
    this.users = union(ALWAYS_OF_USERS, users);
    this.places = union(ALWAYS_OF_PLACES, places);
    this.media = union(ALWAYS_OF_MEDIA, media);
    this.expansions = expansions;
  }

  /// @param asked the values of each parameter of [FieldCatalogue#parameters(FieldVocabulary)] that
  ///     was given, in either vocabulary
  public static FieldSelection of(Map<String, List<String>> asked) {
    Set<String> expansions =
        asked.getOrDefault(FieldCatalogue.EXPANSIONS, List.of()).stream()
            .map(FieldVocabulary::expansionInTweetWords)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> posts = new HashSet<>(fields(FieldCatalogue.TWEET_FIELDS, asked));
    posts.addAll(fields("post.fields", asked));
    expansions.stream()
        .filter(FIELD_OF_EXPANSION::containsKey)
        .map(FIELD_OF_EXPANSION::get)
        .forEach(posts::add);
    return new FieldSelection(
        posts,
        fields(FieldCatalogue.USER_FIELDS, asked),
        fields(FieldCatalogue.PLACE_FIELDS, asked),
        fields(FieldCatalogue.MEDIA_FIELDS, asked),
        expansions);
  }

  /// Every field, and the expansions to authors and places.
  public static FieldSelection everything() {
    Map<String, List<String>> asked = new HashMap<>();
    for (String parameter : FieldCatalogue.parameters(FieldVocabulary.TWEET)) {
      asked.put(parameter, FieldCatalogue.values(parameter, FieldVocabulary.TWEET));
    }
    asked.put(FieldCatalogue.EXPANSIONS, List.of("author_id", "geo.place_id"));
    return of(asked);
  }

  private static Set<String> union(Set<String> always, Set<String> asked) {
    return Stream.concat(always.stream(), asked.stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> fields(String parameter, Map<String, List<String>> asked) {
    return asked.getOrDefault(parameter, List.of()).stream()
        .map(FieldVocabulary.TWEET::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether what this expansion leads to belongs into `includes`.
  ///
  /// @param expansion in `tweet` words
  public boolean expands(String expansion) {
    return expansions.contains(expansion);
  }

  /// Leaves of the post what was asked for and what always comes. Fields that no request could
  /// name stay as soon as any field was asked for: X adds such fields without being asked.
  public ObjectNode ofPost(ObjectNode post) {
    post.properties()
        .removeIf(
            field ->
                !posts.contains(field.getKey())
                    && !(keepsUnknown && !FieldCatalogue.knowsPostField(field.getKey())));
    return post;
  }

  /// Leaves of the user what was asked for and what always comes.
  public ObjectNode ofUser(ObjectNode user) {
    return user.retain(users);
  }

  /// Leaves of the medium what was asked for and what always comes.
  public ObjectNode ofMedium(ObjectNode medium) {
    return medium.retain(media);
  }

  /// Leaves of the place what was asked for and what always comes.
  public ObjectNode ofPlace(ObjectNode place) {
    return place.retain(places);
  }
}
