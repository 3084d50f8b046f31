package dev.fedbytweets.local.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// An answer of X's API v1.1 to a search: `{"statuses":[post,...]}`, or `results` from the premium
/// searches.
final class LegacyPostList implements SourceFormat {

  private static final List<String> NAMES = List.of("statuses", "results");

  private final LegacyPost posts = new LegacyPost();

  @Override
  public SourceKind kind(ObjectNode json) {
    return SourceKind.V1_POST;
  }

  @Override
  public boolean matches(ObjectNode json) {
    return list(json).isPresent();
  }

  @Override
  public void convert(ObjectNode json, PageDraft draft) {
    for (JsonNode post : list(json).orElseThrow()) {
      if (isPost(post)) {
        posts.convert((ObjectNode) post, draft);
      }
    }
  }

  /// The list, if there is no post in it, or one at least.
  private Optional<JsonNode> list(ObjectNode json) {
    return NAMES.stream()
        .map(json::path)
        .filter(JsonNode::isArray)
        .filter(list -> list.isEmpty() || list.valueStream().anyMatch(this::isPost))
        .findFirst();
  }

  private boolean isPost(JsonNode json) {
    return json instanceof ObjectNode object && posts.matches(object);
  }
}
