package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.posts.Entities;
import java.util.List;
import java.util.function.Function;

/// Entities as X writes them; what there is none of is left out.
final class EntitiesJson {

  private EntitiesJson() {}

  static ObjectNode document(Entities entities) {
    ObjectNode document = XJson.object();
    list(document, "hashtags", entities.hashtags(), EntitiesJson::tagged);
    list(document, "cashtags", entities.cashtags(), EntitiesJson::tagged);
    list(document, "mentions", entities.mentions(), EntitiesJson::mention);
    list(document, "urls", entities.links(), EntitiesJson::link);
    return document;
  }

  private static <T> void list(
      ObjectNode document, String name, List<T> found, Function<T, ObjectNode> written) {
    if (!found.isEmpty()) {
      ArrayNode list = document.putArray(name);
      found.forEach(entity -> list.add(written.apply(entity)));
    }
  }

  private static ObjectNode tagged(Entities.Tagged tagged) {
    return span(tagged.start(), tagged.end()).put("tag", tagged.tag());
  }

  private static ObjectNode mention(Entities.Mention mention) {
    return span(mention.start(), mention.end())
        .put("username", mention.username())
        .put("id", Long.toString(mention.id()));
  }

  private static ObjectNode link(Entities.Link link) {
    ObjectNode document =
        span(link.start(), link.end())
            .put("url", link.url())
            .put("expanded_url", link.expanded())
            .put("display_url", link.expanded().substring("https://".length()));
    if (link.mediaKey() != null) {
      document.put("media_key", link.mediaKey());
    }
    return document;
  }

  private static ObjectNode span(int start, int end) {
    return XJson.object().put("start", start).put("end", end);
  }
}
