package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import java.util.Set;

/// Which parts of a JSON text go because of what is forgotten, in whatever shape X or a tool wrote
/// its posts: pages of its second version, posts of the first one, posts with their users in them.
final class ForgottenParts {

  private static final Set<String> USERS =
      Set.of("user", "users", "author", "in_reply_to_user", "sender", "recipient");
  private static final Set<String> USER_FIELDS = Set.of("username", "screen_name");
  private static final Set<String> MENTIONS = Set.of("mentions", "user_mentions");
  private static final Set<String> AUTHORS = Set.of("user", "author");
  private static final Set<String> REFERENCES =
      Set.of("referenced", "referenced_tweets", "referenced_posts");
  private static final Set<String> VERSIONS =
      Set.of("edit_history", "edit_history_tweet_ids", "edit_history_post_ids");
  private static final Set<String> MEDIA = Set.of("media");
  private static final Set<String> GEO = Set.of("geo", "coordinates", "place");

  private final Forgotten forgotten;
  private final Set<String> posts;
  private final Set<String> media;

  /// @param posts others that go with them, not null
  /// @param media others that go with them, by their numbers
  ForgottenParts(Forgotten forgotten, Set<String> posts, Set<String> media) {
    this.forgotten = forgotten;
    this.posts = posts;
    this.media = media;
  }

  /// Whether an object is forgotten.
  boolean isForgotten(JsonPart object) {
    if (!object.isObject() || isMention(object)) {
      return false;
    }
    String id = object.textOf("id_str", "id");
    if (object.field("media_key").isPresent()) {
      return isMedium(Forgotten.mediumOf(object.textOf("media_key")));
    }
    if (MEDIA.contains(object.name())) {
      return isMedium(id);
    }
    return isUser(object) ? forgotten.has(ForgottenKind.USER, id) : isPost(object, id);
  }

  /// Whether a field or an element that is a text or number goes, because it is an identifier of
  /// what is forgotten and nothing else.
  boolean isForgottenValue(JsonPart value, JsonPart holder) {
    String text = value.text();
    String name = value.name();
    if (text.isEmpty() || value.isNumber() && !isIdentifierName(name)) {
      return false;
    }
    if (text.indexOf('_') > 0 && name.startsWith("media_key")) {
      return isMedium(Forgotten.mediumOf(text));
    }
    if (holder.isObject() && (name.equals("id") || name.equals("id_str"))) {
      return isMention(holder) || isUser(holder)
          ? forgotten.has(ForgottenKind.USER, text)
          : isAny(text);
    }
    return name.contains("user_id") || name.contains("author_id")
        ? forgotten.has(ForgottenKind.USER, text)
        : isAny(text);
  }

  /// Whether a field of an object says where a post was written that must not say so.
  boolean isScrubbed(JsonPart field, JsonPart holder) {
    return holder.isObject()
        && GEO.contains(field.name())
        && !field.parts().isEmpty()
        && forgotten.has(ForgottenKind.SCRUB_GEO, holder.textOf("id_str", "id"));
  }

  /// Whether the name of a field is an identifier of what is forgotten.
  boolean isForgottenName(JsonPart field) {
    return isAny(field.name());
  }

  private boolean isPost(JsonPart object, String id) {
    return isPost(id)
        || forgotten.has(ForgottenKind.USER, object.textOf("author_id"))
        || object.parts().stream().anyMatch(this::isForgottenAuthor)
        || object.parts().stream().anyMatch(this::isRepeated)
        || object.parts().stream().anyMatch(this::isVersion);
  }

  private boolean isForgottenAuthor(JsonPart field) {
    return AUTHORS.contains(field.name()) && field.isObject() && isForgotten(field);
  }

  /// A post that only repeats another has nothing of its own.
  private boolean isRepeated(JsonPart field) {
    if (field.name().equals("retweeted_status")) {
      return isForgotten(field);
    }
    return REFERENCES.contains(field.name())
        && field.parts().stream()
            .anyMatch(part -> part.textOf("type").equals("retweeted") && isForgotten(part));
  }

  /// A post is deleted with all its versions.
  private boolean isVersion(JsonPart field) {
    return VERSIONS.contains(field.name())
        && field.parts().stream().anyMatch(part -> isPost(part.text()));
  }

  private boolean isPost(String id) {
    return posts.contains(id) || forgotten.has(ForgottenKind.POST, id);
  }

  private boolean isMedium(String number) {
    return media.contains(number) || forgotten.has(ForgottenKind.MEDIUM, number);
  }

  private boolean isAny(String id) {
    return posts.contains(id) || forgotten.hasAny(id);
  }

  /// A mention is part of the text of someone who is not forgotten: it only loses the identifier.
  static boolean isMention(JsonPart object) {
    return MENTIONS.contains(object.name());
  }

  static boolean isUser(JsonPart object) {
    return USERS.contains(object.name())
        || object.parts().stream().anyMatch(part -> USER_FIELDS.contains(part.name()));
  }

  private static boolean isIdentifierName(String name) {
    return name.endsWith("id") || name.endsWith("ids") || name.endsWith("Id");
  }
}
