package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.FieldSelection;
import dev.fedbytweets.xstandin.json.Json;
import dev.fedbytweets.xstandin.json.MixedWords;
import dev.fedbytweets.xstandin.json.PlaceJson;
import dev.fedbytweets.xstandin.json.PostJson;
import dev.fedbytweets.xstandin.json.UserJson;
import dev.fedbytweets.xstandin.json.Vocabulary;
import dev.fedbytweets.xstandin.posts.Author;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Writes a page: `data`, `includes` and `meta`, with what was asked for and no more.
final class PageJson {

  private final FieldSelection selection;
  private final Instant seenAt;

  PageJson(FieldSelection selection, Instant seenAt) {
    this.selection = selection;
    this.seenAt = seenAt;
  }

  /// The whole page, in `tweet` words.
  ObjectNode document(Page page, Inclusions inclusions) {
    ObjectNode document = Json.object();
    if (!page.posts().isEmpty()) {
      ArrayNode data = document.putArray("data");
      page.posts().forEach(post -> data.add(post(post)));
    }
    includes(document, inclusions);
    meta(document.putObject("meta"), page);
    return document;
  }

  /// The page in the words that the rules want.
  static JsonNode spoken(ObjectNode document, Words words, Vocabulary asked) {
    return switch (words) {
      case AS_ASKED -> asked.translated(document);
      case MIXED -> MixedWords.translated(document);
    };
  }

  private void includes(ObjectNode document, Inclusions inclusions) {
    ObjectNode includes = Json.object();
    list(includes, "users", inclusions.users(), this::user);
    list(
        includes,
        "places",
        inclusions.places(),
        place -> selection.ofPlace(PlaceJson.document(place)));
    list(includes, "tweets", inclusions.posts(), this::post);
    if (!includes.isEmpty()) {
      document.set("includes", includes);
    }
  }

  private static <T> void list(
      ObjectNode includes, String name, Collection<T> elements, Function<T, ObjectNode> written) {
    if (!elements.isEmpty()) {
      ArrayNode list = includes.putArray(name);
      elements.forEach(element -> list.add(written.apply(element)));
    }
  }

  private ObjectNode post(MadeUpPost post) {
    return selection.ofPost(PostJson.document(post, seenAt));
  }

  private ObjectNode user(Author author) {
    return selection.ofUser(UserJson.document(author, seenAt));
  }

  private static void meta(ObjectNode meta, Page page) {
    List<MadeUpPost> posts = page.posts();
    if (!posts.isEmpty()) {
      meta.put("newest_id", Long.toString(posts.getFirst().id()));
      meta.put("oldest_id", Long.toString(posts.getLast().id()));
    }
    meta.put("result_count", posts.size());
    page.next().ifPresent(next -> meta.put("next_token", next.token()));
  }
}
