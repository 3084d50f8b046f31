package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.copyFlag;
import static dev.fedbytweets.local.importing.format.JsonFields.copyNumber;
import static dev.fedbytweets.local.importing.format.JsonFields.object;
import static dev.fedbytweets.local.importing.format.JsonFields.set;
import static dev.fedbytweets.local.importing.format.JsonFields.setUnlessEmpty;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A user of X's API v1.1.
final class LegacyUser implements SourceFormat {

  @Override
  public SourceKind kind(ObjectNode json) {
    return SourceKind.V1_USER;
  }

  @Override
  public boolean matches(ObjectNode json) {
    return json.has("screen_name") && text(json, "id_str", "id").isPresent();
  }

  @Override
  public void convert(ObjectNode json, PageDraft draft) {
    draft.addUser(user(json));
  }

  /// Says who wrote a post, and adds the user to `includes`.
  static void addAuthor(ObjectNode old, ObjectNode post, PageDraft draft) {
    set(post, "author_id", text(old, "id_str", "id"));
    if (text(old, "screen_name").isPresent()) {
      draft.include("users", "id", user(old));
    }
  }

  private static ObjectNode user(ObjectNode old) {
    ObjectNode user = old.objectNode();
    set(user, "id", text(old, "id_str", "id"));
    set(user, "username", text(old, "screen_name"));
    set(user, "name", text(old, "name"));
    set(user, "created_at", text(old, "created_at").flatMap(LegacyTime::ofText));
    set(user, "location", text(old, "location"));
    set(user, "description", text(old, "description"));
    set(user, "url", text(old, "url"));
    set(user, "profile_image_url", text(old, "profile_image_url_https", "profile_image_url"));
    copyFlag(old, "protected", user, "protected");
    copyFlag(old, "verified", user, "verified");
    setUnlessEmpty(user, "public_metrics", metrics(old));
    object(old, "entities").ifPresent(entities -> user.set("entities", entities));
    return user;
  }

  private static ObjectNode metrics(ObjectNode old) {
    ObjectNode metrics = old.objectNode();
    copyNumber(old, "followers_count", metrics, "followers_count");
    copyNumber(old, "friends_count", metrics, "following_count");
    copyNumber(old, "statuses_count", metrics, "tweet_count");
    copyNumber(old, "listed_count", metrics, "listed_count");
    copyNumber(old, "favourites_count", metrics, "like_count");
    copyNumber(old, "media_count", metrics, "media_count");
    return metrics;
  }
}
