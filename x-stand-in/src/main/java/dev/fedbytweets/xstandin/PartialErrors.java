package dev.fedbytweets.xstandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Makes X report, beside a page's data, that a post which the page refers to cannot be found.
final class PartialErrors {

  private static final List<String> REFERENCED = List.of("referenced_tweets", "referenced_posts");
  private static final List<String> INCLUDED = List.of("tweets", "posts");
  private static final String OF_NO_POST = "1700000000000000001";

  private PartialErrors() {}

  /// @param page gets the error, and loses the post from its includes
  static void addTo(ObjectNode page) {
    String id = referenced(page.path("data"));
    INCLUDED.forEach(list -> remove(id, page.path("includes").path(list)));
    page.withArray("errors")
        .addObject()
        .put("value", id)
        .put("detail", "Could not find tweet with referenced_tweets.id: [%s].".formatted(id))
        .put("title", "Not Found Error")
        .put("resource_type", "tweet")
        .put("parameter", "referenced_tweets.id")
        .put("resource_id", id)
        .put("type", "https://api.twitter.com/2/problems/resource-not-found");
  }

  private static String referenced(JsonNode posts) {
    for (JsonNode post : posts) {
      for (String name : REFERENCED) {
        JsonNode id = post.path(name).path(0).path("id");
        if (id.isTextual()) {
          return id.textValue();
        }
      }
    }
    return OF_NO_POST;
  }

  private static void remove(String id, JsonNode posts) {
    if (posts instanceof ArrayNode list) {
      list.removeIf(post -> post.path("id").asText().equals(id));
    }
  }
}
