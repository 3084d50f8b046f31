package dev.fedbytweets.local.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The `includes` of a page without the page. academictwitteR writes them into `users_<id>.json`
/// beside the posts in `data_<id>.json`.
public final class IncludesObject implements SourceFormat {

  /// The lists, with the names of the identifiers in them.
  private static final Map<String, String> LISTS =
      Map.of(
          "users", "id",
          "tweets", "id",
          "posts", "id",
          "places", "id",
          "media", "media_key",
          "polls", "id",
          "topics", "id");

  @Override
  public SourceKind kind(ObjectNode json) {
    return SourceKind.INCLUDES;
  }

  @Override
  public boolean matches(ObjectNode json) {
    return isIncludes(json);
  }

  /// Whether an object is the `includes` of a page.
  public static boolean isIncludes(ObjectNode json) {
    return !json.isEmpty()
        && json.propertyStream()
            .allMatch(field -> LISTS.containsKey(field.getKey()) && isList(field.getValue()));
  }

  @Override
  public void convert(ObjectNode json, PageDraft draft) {
    addTo(draft, json);
  }

  /// Adds them to a page.
  public static void addTo(PageDraft draft, ObjectNode json) {
    EmptyFields.remove(json);
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      String list = field.getKey();
      for (JsonNode element : field.getValue()) {
        if (element instanceof ObjectNode object) {
          draft.include(list, LISTS.get(list), object);
        }
      }
    }
  }

  /// R writes an empty list as an empty object.
  private static boolean isList(JsonNode json) {
    return json instanceof ArrayNode || json.isObject() && json.isEmpty();
  }
}
