package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The fields and expansions that a request asked for, in `tweet` words.
public final class FieldSelection {

  private static final Set<String> ALWAYS_OF_POSTS = Set.of("id", "text", "edit_history_tweet_ids");
  private static final Set<String> ALWAYS_OF_USERS = Set.of("id", "name", "username");
  private static final Set<String> ALWAYS_OF_PLACES = Set.of("id", "full_name");

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
  private final Set<String> expansions;

  private FieldSelection(
      Set<String> posts, Set<String> users, Set<String> places, Set<String> expansions) {
    this.posts = posts;
    this.users = users;
    this.places = places;
    this.expansions = expansions;
  }

  /// @param asked the values of each parameter of [FieldCatalogue#parameters(Vocabulary)] that
  ///     was given, in either vocabulary
  public static FieldSelection of(Map<String, List<String>> asked) {
    Set<String> expansions =
        asked.getOrDefault(FieldCatalogue.EXPANSIONS, List.of()).stream()
            .map(Vocabulary::expansionInTweetWords)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> posts = new HashSet<>(fields(FieldCatalogue.TWEET_FIELDS, asked));
    posts.addAll(fields("post.fields", asked));
    expansions.stream()
        .filter(FIELD_OF_EXPANSION::containsKey)
        .map(FIELD_OF_EXPANSION::get)
        .forEach(posts::add);
    return new FieldSelection(
        Set.copyOf(posts),
        fields(FieldCatalogue.USER_FIELDS, asked),
        fields(FieldCatalogue.PLACE_FIELDS, asked),
        expansions);
  }

  private static Set<String> fields(String parameter, Map<String, List<String>> asked) {
    return asked.getOrDefault(parameter, List.of()).stream()
        .map(Vocabulary.TWEET::name)
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
    Set<String> names = new HashSet<>(posts);
    names.addAll(ALWAYS_OF_POSTS);
    if (!posts.isEmpty()) {
      post.fieldNames().forEachRemaining(name -> addUnknown(name, names));
    }
    return post.retain(names);
  }

  private static void addUnknown(String name, Set<String> names) {
    if (!FieldCatalogue.knowsPostField(name)) {
      names.add(name);
    }
  }

  /// Leaves of the user what was asked for and what always comes.
  public ObjectNode ofUser(ObjectNode user) {
    return kept(user, ALWAYS_OF_USERS, users);
  }

  /// Leaves of the place what was asked for and what always comes.
  public ObjectNode ofPlace(ObjectNode place) {
    return kept(place, ALWAYS_OF_PLACES, places);
  }

  private static ObjectNode kept(ObjectNode document, Set<String> always, Set<String> asked) {
    Set<String> names = new HashSet<>(always);
    names.addAll(asked);
    return document.retain(names);
  }
}
