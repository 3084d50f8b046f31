package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Pages that speak both vocabularies at once: every second post and user the other one, and half
/// of the referenced posts under the other name.
public final class MixedWords {

  private MixedWords() {}

  /// @param page in `tweet` words; not changed
  public static ObjectNode translated(ObjectNode page) {
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
        elements.set(i, Vocabulary.POST.translated(elements.get(i)));
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
          posts.add(Vocabulary.POST.translated(element));
        }
      }
    }
  }
}
