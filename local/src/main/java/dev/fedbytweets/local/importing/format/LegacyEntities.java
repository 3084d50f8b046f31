package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.object;
import static dev.fedbytweets.local.importing.format.JsonFields.objects;
import static dev.fedbytweets.local.importing.format.JsonFields.set;
import static dev.fedbytweets.local.importing.format.JsonFields.setList;
import static dev.fedbytweets.local.importing.format.JsonFields.setUnlessEmpty;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/// What X's API v1.1 found in the text of a post, and the media that hang on it.
final class LegacyEntities {

  private static final String ENTITIES = "entities";

  private LegacyEntities() {}

  /// Adds them to a post, and the media to `includes`.
  ///
  /// @param old the post, or the part of it that has the whole text
  static void addTo(ObjectNode post, ObjectNode old, PageDraft draft) {
    ObjectNode found = object(old, ENTITIES).orElseGet(old::objectNode);
    List<ObjectNode> media =
        object(old, "extended_entities")
            .map(extended -> objects(extended, "media"))
            .orElseGet(() -> objects(found, "media"))
            .toList();
    ObjectNode entities = post.objectNode();
    setList(entities, "hashtags", objects(found, "hashtags"), LegacyEntities::tag);
    setList(entities, "cashtags", objects(found, "symbols"), LegacyEntities::tag);
    setList(entities, "mentions", objects(found, "user_mentions"), LegacyEntities::mention);
    setList(
        entities,
        "urls",
        Stream.concat(objects(found, "urls"), media.stream()),
        LegacyEntities::address);
    setUnlessEmpty(post, ENTITIES, entities);
    addMedia(post, media, draft);
  }

  private static void addMedia(ObjectNode post, List<ObjectNode> media, PageDraft draft) {
    ArrayNode keys = post.arrayNode();
    for (ObjectNode old : media) {
      ObjectNode medium = LegacyMedia.medium(old);
      text(medium, "media_key").ifPresent(keys::add);
      draft.include("media", "media_key", medium);
    }
    if (!keys.isEmpty()) {
      post.putObject("attachments").set("media_keys", keys);
    }
  }

  private static ObjectNode tag(ObjectNode old) {
    ObjectNode tag = placed(old);
    set(tag, "tag", text(old, "text"));
    return tag;
  }

  private static ObjectNode mention(ObjectNode old) {
    ObjectNode mention = placed(old);
    set(mention, "username", text(old, "screen_name"));
    set(mention, "id", text(old, "id_str", "id"));
    return mention;
  }

  private static ObjectNode address(ObjectNode old) {
    ObjectNode address = placed(old);
    set(address, "url", text(old, "url"));
    set(address, "expanded_url", text(old, "expanded_url"));
    set(address, "display_url", text(old, "display_url"));
    return address;
  }

  /// With the place in the text.
  private static ObjectNode placed(ObjectNode old) {
    ObjectNode entity = old.objectNode();
    JsonNode indices = old.path("indices");
    if (indices.size() == 2) {
      entity.put("start", indices.get(0).asInt()).put("end", indices.get(1).asInt());
    }
    return entity;
  }
}
