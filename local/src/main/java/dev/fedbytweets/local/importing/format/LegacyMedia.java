package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.copyNumber;
import static dev.fedbytweets.local.importing.format.JsonFields.objects;
import static dev.fedbytweets.local.importing.format.JsonFields.set;
import static dev.fedbytweets.local.importing.format.JsonFields.setList;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// A picture or video of X's API v1.1.
final class LegacyMedia {

  /// What stands before the identifier in the `media_key` of API v2.
  private static final Map<String, String> KEY_PREFIXES =
      Map.of("photo", "3_", "video", "7_", "animated_gif", "16_");

  private LegacyMedia() {}

  /// As API v2 has it.
  static ObjectNode medium(ObjectNode old) {
    ObjectNode medium = old.objectNode();
    String type = text(old, "type").orElse("photo");
    Optional<String> address = text(old, "media_url_https", "media_url");
    set(medium, "media_key", text(old, "media_key").or(() -> key(old, type)));
    medium.put("type", type);
    set(medium, "photo".equals(type) ? "url" : "preview_image_url", address);
    set(medium, "alt_text", text(old, "ext_alt_text"));
    JsonNode info = old.path("original_info");
    JsonNode size = info.isObject() ? info : old.path("sizes").path("large");
    copyNumber(size, info.isObject() ? "width" : "w", medium, "width");
    copyNumber(size, info.isObject() ? "height" : "h", medium, "height");
    JsonNode video = old.path("video_info");
    copyNumber(video, "duration_millis", medium, "duration_ms");
    setList(medium, "variants", objects(video, "variants"), LegacyMedia::variant);
    return medium;
  }

  private static Optional<String> key(ObjectNode old, String type) {
    return Optional.ofNullable(KEY_PREFIXES.get(type))
        .flatMap(prefix -> text(old, "id_str", "id").map(id -> prefix + id));
  }

  private static ObjectNode variant(ObjectNode old) {
    ObjectNode variant = old.objectNode();
    copyNumber(old, "bitrate", variant, "bit_rate");
    set(variant, "content_type", text(old, "content_type"));
    set(variant, "url", text(old, "url"));
    return variant;
  }
}
