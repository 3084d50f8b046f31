package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.copyFlag;
import static dev.fedbytweets.local.importing.format.JsonFields.copyNumber;
import static dev.fedbytweets.local.importing.format.JsonFields.object;
import static dev.fedbytweets.local.importing.format.JsonFields.set;
import static dev.fedbytweets.local.importing.format.JsonFields.setUnlessEmpty;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// A post of X's API v1.1: of a search, a timeline, a stream, or twarc v1. Retweeted and quoted
/// posts stand in it whole; they go to `includes`.
final class LegacyPost implements SourceFormat {

  /// Deeper, nothing is looked for: X embeds a quoted post in a retweeted one, and no more.
  private static final int DEEPEST = 4;

  @Override
  public SourceKind kind(ObjectNode json) {
    return SourceKind.V1_POST;
  }

  @Override
  public boolean matches(ObjectNode json) {
    boolean isOld =
        json.has("id_str") || json.path("id").isNumber() && json.path("user").isObject();
    return isOld && (json.has("text") || json.has("full_text") || json.has("extended_tweet"));
  }

  @Override
  public void convert(ObjectNode json, PageDraft draft) {
    draft.addPost(post(json, draft, 0));
    if (isCut(json)) {
      draft.noteCut();
    }
  }

  private static boolean isCut(ObjectNode json) {
    return json.path("truncated").asBoolean()
        && !json.has("extended_tweet")
        && !json.has("full_text");
  }

  private static ObjectNode post(ObjectNode old, PageDraft draft, int depth) {
    ObjectNode whole = object(old, "extended_tweet").orElse(old);
    ObjectNode post = old.objectNode();
    set(post, "id", text(old, "id_str", "id"));
    set(post, "created_at", text(old, "created_at").flatMap(LegacyTime::ofText));
    set(post, "text", text(whole, "full_text").or(() -> text(old, "full_text", "text")));
    object(old, "user").ifPresent(user -> LegacyUser.addAuthor(user, post, draft));
    set(post, "lang", text(old, "lang"));
    set(post, "in_reply_to_user_id", text(old, "in_reply_to_user_id_str", "in_reply_to_user_id"));
    copyFlag(old, "possibly_sensitive", post, "possibly_sensitive");
    setUnlessEmpty(post, "public_metrics", metrics(old));
    setUnlessEmpty(post, "referenced_tweets", references(old, draft, depth));
    setUnlessEmpty(post, "edit_history_tweet_ids", edits(old));
    setUnlessEmpty(post, "withheld", withheld(old));
    LegacyPlace.addTo(post, old, draft);
    LegacyEntities.addTo(post, whole, draft);
    return post;
  }

  private static ObjectNode metrics(ObjectNode old) {
    ObjectNode metrics = old.objectNode();
    copyNumber(old, "retweet_count", metrics, "retweet_count");
    copyNumber(old, "reply_count", metrics, "reply_count");
    copyNumber(old, "favorite_count", metrics, "like_count");
    copyNumber(old, "quote_count", metrics, "quote_count");
    return metrics;
  }

  /// In the order of API v2; a retweet has no other.
  private static ArrayNode references(ObjectNode old, PageDraft draft, int depth) {
    ArrayNode references = old.arrayNode();
    Optional<ObjectNode> retweeted = object(old, "retweeted_status");
    Optional<ObjectNode> quoted = object(old, "quoted_status");
    retweeted.ifPresent(post -> include(post, draft, depth));
    quoted.ifPresent(post -> include(post, draft, depth));
    if (retweeted.isPresent()) {
      refer("retweeted", text(retweeted.get(), "id_str", "id"), references);
      return references;
    }
    refer("quoted", text(old, "quoted_status_id_str", "quoted_status_id"), references);
    refer(
        "replied_to", text(old, "in_reply_to_status_id_str", "in_reply_to_status_id"), references);
    return references;
  }

  private static void include(ObjectNode old, PageDraft draft, int depth) {
    if (depth < DEEPEST) {
      draft.include("tweets", "id", post(old, draft, depth + 1));
    }
  }

  private static void refer(String type, Optional<String> id, ArrayNode references) {
    id.ifPresent(value -> references.addObject().put("type", type).put("id", value));
  }

  private static ArrayNode edits(ObjectNode old) {
    ArrayNode edits = old.arrayNode();
    JsonNode info = old.path("edit_info");
    for (JsonNode ids :
        new JsonNode[] {
          old.path("edit_history").path("edit_tweet_ids"),
          info.path("initial").path("editTweetIds"),
          info.path("edit").path("editControlInitial").path("editTweetIds")
        }) {
      if (edits.isEmpty()) {
        ids.forEach(id -> edits.add(id.asText()));
      }
    }
    return edits;
  }

  private static ObjectNode withheld(ObjectNode old) {
    ObjectNode withheld = old.objectNode();
    JsonNode countries = old.path("withheld_in_countries");
    if (countries.isArray() && !countries.isEmpty()) {
      withheld.set("country_codes", countries);
      copyFlag(old, "withheld_copyright", withheld, "copyright");
    }
    return withheld;
  }
}
